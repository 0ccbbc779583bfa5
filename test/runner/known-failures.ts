/** Programs of test/programs whose answer is not CPython's, each with its reason: test/known-failures.json. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { folder } from './programs.js';

interface KnownFailure {
  readonly reason: string;
  /** Names of modes as in test/programs.test.ts; absent: every mode fails. */
  readonly modes?: readonly string[];
}

const knownFailures = JSON.parse(readFileSync('test/known-failures.json', 'utf8')) as Record<string, KnownFailure>;

export const namesOfKnownFailures = Object.keys(knownFailures);

export const nameOf = (program: string) => relative(folder, program).replace(/(\/main)?\.py$/, '');

export function isKnownToFail(program: string, mode: string): boolean {
  const known = knownFailures[nameOf(program)];
  return known !== undefined && (known.modes === undefined || known.modes.includes(mode));
}
