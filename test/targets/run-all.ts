/**
 * Builds the programs of test/programs for other machines, runs them under emulators, and compares with what CPython printed.
 *
 *   npm run test:targets                                 every program for every target
 *   npm run test:targets -- armv7-linux wasm32-wasi      for some targets
 *   npm run test:targets -- armv7-linux -g 'list/' -O0   some programs, at another level
 *   npm run test:targets -- node                         Node modules, in Node of those machines
 *   npm run test:targets -- c c:clang-22                 by way of C, compiled here by gcc and by another compiler
 */
import { pathToFileURL } from 'node:url';
import type { OptLevel } from '../../lib/driver/options.js';
import { findTarget, makesExecutables, targets, type Target } from '../../lib/driver/targets.js';
import { isKnownToFail, nameOf } from '../runner/known-failures.js';
import { Pool } from '../runner/pool.js';
import { argumentsOf, listPrograms, recordOf } from '../runner/programs.js';
import type { Job, Outcome } from '../runner/worker.js';
import { emulatorOf } from './emulators.js';
import { runNodeModules } from './node-modules.js';
import { isViaC, prepareC } from './via-c.js';

export interface Choice {
  readonly targets: readonly Target[];
  /** Names of compilers, after `c:`. */
  readonly viaC: readonly string[];
  readonly nodeModules: boolean;
  readonly forceExits: boolean;
  readonly pattern: RegExp;
  readonly level: OptLevel;
}

function readArguments(args: readonly string[]): Choice {
  const names = args.filter((word, index) => !word.startsWith('-') && args[index - 1] !== '-g');
  const pattern = args.includes('-g') ? args[args.indexOf('-g') + 1]! : '';
  const level = Number(args.find((word) => /^-O[0-3]$/.test(word))?.[2] ?? 3) as OptLevel;
  const viaC = names.filter(isViaC);
  const chosen = names.length > 0 ? names.filter((name) => !isViaC(name) && name !== 'node').map(findTarget) : targets.filter(makesExecutables);
  return { targets: chosen, viaC, nodeModules: names.length === 0 || names.includes('node'), forceExits: args.includes('--force-exits'), pattern: new RegExp(pattern), level };
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
async function runTarget(target: Target, choice: Choice): Promise<number> {
  const emulator = await emulatorOf(target);
  if ('missing' in emulator) {
    console.log(`${target.name}: skipped, ${emulator.missing}`);
    return 0;
  }
  const { buildTarget } = (await import(pathToFileURL('scripts/build-target.mjs').href)) as { buildTarget(name: string): Promise<void> };
  await buildTarget(target.name);
  return runPrograms(target.name, { target: target.name, emulator: emulator.command }, choice);
}

async function runViaC(name: string, choice: Choice): Promise<number> {
  const viaC = prepareC(name, choice.level);
  if (viaC !== undefined) return runPrograms(name, { viaC }, choice);
  console.log(`${name}: skipped, there is no such compiler`);
  return 0;
}

type Verdict = 'equal' | 'known' | 'failed';

async function runPrograms(name: string, way: Pick<Job, 'target' | 'emulator' | 'viaC'>, { pattern, level, forceExits }: Choice): Promise<number> {
  const programs = listPrograms().filter((program) => pattern.test(program));
  const pool = new Pool();
  const verdicts = await Promise.all(
    programs.map(async (program) => {
      const [outcome] = await pool.perform({ program, args: argumentsOf(program), variants: [{ level, forceExits, runtime: 'release' }], ...way });
      return judge(name, program, differences(program, outcome!));
    }),
  );
  pool.close();
  const count = (verdict: Verdict) => verdicts.filter((other) => other === verdict).length;
  const known = count('known') > 0 ? `; ${count('known')} differ everywhere, as test/known-failures.json says` : '';
  console.log(`${name}: ${count('equal')} of ${programs.length - count('known')} as CPython${known}`);
  return count('failed');
}

function judge(way: string, program: string, difference: string): Verdict {
  const isKnown = isKnownToFail(program, '-O3');
  if (isKnown && difference !== '') return 'known';
  if (isKnown) console.log(`${way}: ${nameOf(program)} passes now: take it out of test/known-failures.json`);
  else if (difference !== '') console.log(`${way}: ${nameOf(program)}: ${difference}`);
  return isKnown || difference !== '' ? 'failed' : 'equal';
}

const choice = readArguments(process.argv.slice(2));
let failed = 0;
for (const target of choice.targets) failed += await runTarget(target, choice);
for (const name of choice.viaC) failed += await runViaC(name, choice);
if (choice.nodeModules) failed += await runNodeModules();
process.exitCode = failed === 0 ? 0 : 1;
