/** Programs whose answer on another machine is not CPython's here, each with its reason. Those of test/known-failures.json fail everywhere. */
import { readFileSync } from 'node:fs';
import type { Target } from '../../lib/driver/targets.js';

const everywhere = JSON.parse(readFileSync('test/known-failures.json', 'utf8')) as Record<string, { modes?: readonly string[] }>;

const known: readonly { readonly target: RegExp; readonly program: string; readonly reason: string }[] = [
  { target: /wasi|musl|armv7/, program: 'cmath/functions', reason: "the last digits of musl's asinh, and of glibc's functions for 32 bits, are others" },
];

export function isKnownToFail(target: Target, program: string): boolean {
  const row = everywhere[program];
  if (row !== undefined && (row.modes === undefined || row.modes.includes('-O3'))) return true;
  return known.some((entry) => entry.target.test(target.name) && entry.program === program);
}
