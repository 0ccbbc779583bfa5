/**
 * Builds the programs of test/programs for other machines, runs them under emulators, and compares with what CPython printed.
 *
 *   npm run test:targets                                 every program for every target
 *   npm run test:targets -- armv7-linux wasm32-wasi      for some targets
 *   npm run test:targets -- armv7-linux -g 'list/' -O0   some programs, at another level
 */
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OptLevel } from '../../lib/driver/options.js';
import { findTarget, makesExecutables, targets, type Target } from '../../lib/driver/targets.js';
import { Pool } from '../runner/pool.js';
import { argumentsOf, folder, listPrograms, recordOf } from '../runner/programs.js';
import type { Outcome } from '../runner/worker.js';
import { emulatorOf } from './emulators.js';
import { isKnownToFail } from './known-failures.js';

export interface Choice {
  readonly targets: readonly Target[];
  readonly pattern: RegExp;
  readonly level: OptLevel;
}

function readArguments(args: readonly string[]): Choice {
  const names = args.filter((word, index) => !word.startsWith('-') && args[index - 1] !== '-g');
  const pattern = args.includes('-g') ? args[args.indexOf('-g') + 1]! : '';
  const level = Number(args.find((word) => /^-O[0-3]$/.test(word))?.[2] ?? 3) as OptLevel;
  const chosen = names.length > 0 ? names.map(findTarget) : targets.filter(makesExecutables);
  return { targets: chosen, pattern: new RegExp(pattern), level };
}

/** What differs from CPython's answer; empty: nothing. */
function differences(program: string, outcome: Outcome): string {
  if (outcome.refused !== undefined) return `could not be compiled: ${outcome.refused}`;
  const record = recordOf(program);
  const parts = (['out', 'err', 'status'] as const).filter((part) => outcome[part] !== record[part]);
  return parts.map((part) => `${part} is ${excerpt(outcome[part], record[part])}`).join('\n');
}

function excerpt(actual: string, expected: string): string {
  const [ours, theirs] = [actual.split('\n'), expected.split('\n')];
  const line = theirs.findIndex((text, index) => text !== ours[index]);
  return `in line ${line + 1}: ${JSON.stringify(ours[line])} instead of ${JSON.stringify(theirs[line])}`;
}

/** Gives the number of failures. */
async function runTarget(target: Target, { pattern, level }: Choice): Promise<number> {
  const emulator = await emulatorOf(target);
  if ('missing' in emulator) {
    console.log(`${target.name}: skipped, ${emulator.missing}`);
    return 0;
  }
  const { buildTarget } = (await import(pathToFileURL('scripts/build-target.mjs').href)) as { buildTarget(name: string): Promise<void> };
  await buildTarget(target.name);
  const programs = listPrograms().filter((program) => pattern.test(program));
  const pool = new Pool();
  const failures = await Promise.all(
    programs.map(async (program) => {
      const options = { level, forceExits: false, runtime: 'release' } as const;
      const outcome = await pool.perform({ program, args: argumentsOf(program), options, target: target.name, emulator: emulator.command });
      const difference = differences(program, outcome);
      return judge(target, relative(folder, program), difference);
    }),
  );
  pool.close();
  const failed = failures.filter(Boolean).length;
  console.log(`${target.name}: ${programs.length - failed} of ${programs.length} as CPython`);
  return failed;
}

function judge(target: Target, name: string, difference: string): boolean {
  const isKnown = isKnownToFail(target, name.replace(/(\/main)?\.py$/, ''));
  if (difference === '' && isKnown) console.log(`${target.name}: ${name} passes now: take it out of test/targets/known-failures.ts`);
  if (difference !== '' && !isKnown) console.log(`${target.name}: ${name}: ${difference}`);
  return (difference !== '') !== isKnown;
}

const choice = readArguments(process.argv.slice(2));
let failed = 0;
for (const target of choice.targets) failed += await runTarget(target, choice);
process.exitCode = failed === 0 ? 0 : 1;
