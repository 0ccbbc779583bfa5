/**
 * Compiles CPython's own test files, unchanged, and runs them through our unittest.
 *
 *   npm run test:cpython                                all files of the three lists
 *   npm run test:cpython -- dict set                    some files, with the tests that fail
 *   npm run test:cpython -- --update                    takes down what passes now: it must pass from then on
 *   npm run test:cpython -- --tests FOLDER -O3 --jobs 2
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstFiles, layOut, secondFiles, testFolder, thirdFiles } from './files.js';
import { runFile, type FileResult, type Status } from './run-file.js';

/** The tests that have passed, by file: `test.test_dict.` is left out of the names. */
type Ratchet = Record<string, string[]>;

const ratchetFile = 'test/cpython/passed.json';

interface Choice {
  readonly files: readonly string[];
  readonly tests: string | undefined;
  readonly level: string;
  readonly jobs: number;
  readonly update: boolean;
  /** The executables stay. */
  readonly keep: string | undefined;
}

function readArguments(args: readonly string[]): Choice {
  const valued = ['--tests', '--jobs', '--keep'];
  const after = (option: string) => (args.includes(option) ? args[args.indexOf(option) + 1] : undefined);
  const files = args.filter((word, index) => !word.startsWith('-') && !valued.includes(args[index - 1] ?? ''));
  return {
    files: files.length > 0 ? files : [...firstFiles, ...secondFiles, ...thirdFiles],
    tests: after('--tests'),
    level: args.find((word) => /^-O[0-3]$/.test(word)) ?? '-O0',
    jobs: Number(after('--jobs') ?? 1),
    update: args.includes('--update'),
    keep: after('--keep'),
  };
}

const shortName = (name: string) => name.replace(/^test\.test_\w+?\.(?=[A-Z_a-z])/, '');

const count = ({ tests }: FileResult, ...statuses: Status[]) => [...tests.values()].filter((status) => statuses.includes(status)).length;

/** Skipped tests are those that CPython's own decorators leave out on other implementations; they count for nothing. */
function describe(result: FileResult): string {
  if (result.refusal !== undefined) return `${result.file.padEnd(22)} refused: ${result.refusal}`;
  const [passed, skipped, crashed] = [count(result, 'pass'), count(result, 'skip'), count(result, 'crash', 'hang')];
  const total = result.tests.size - skipped;
  const share = total === 0 ? '' : `${((100 * passed) / total).toFixed(1)} %`;
  const rest = [skipped > 0 ? `${skipped} skipped` : '', crashed > 0 ? `${crashed} crashed` : ''].filter(Boolean).join(', ');
  return `${result.file.padEnd(22)} ${String(passed).padStart(4)} / ${String(total).padEnd(4)} ${share.padStart(8)}  ${rest.padEnd(24)} ${result.buildSeconds.toFixed(1)} s`;
}

function summary(title: string, results: readonly FileResult[]): string {
  const passed = results.reduce((sum, result) => sum + count(result, 'pass'), 0);
  const total = results.reduce((sum, result) => sum + result.tests.size - count(result, 'skip'), 0);
  const refused = results.filter((result) => result.refusal !== undefined).length;
  return `${title}: ${passed} of ${total} tests pass (${((100 * passed) / Math.max(total, 1)).toFixed(1)} %), ${refused} files refused`;
}

/** What has passed before and doesn't now. */
function lost(result: FileResult, ratchet: Ratchet): string[] {
  const passing = new Set([...result.tests].filter(([, status]) => status === 'pass' || status === 'skip').map(([name]) => shortName(name)));
  return (ratchet[result.file] ?? []).filter((name) => !passing.has(name));
}

async function main(choice: Choice): Promise<void> {
  const tests = testFolder(choice.tests);
  const folder = choice.keep ?? mkdtempSync(join(tmpdir(), 'tauraro-cpython-'));
  layOut(tests, folder);
  const ratchet = JSON.parse(readFileSync(ratchetFile, 'utf8')) as Ratchet;
  const results = new Map<string, FileResult>();
  const waiting = [...choice.files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const result = await runFile(folder, file, choice.level);
      results.set(file, result);
      if (choice.update) takeDown(result, ratchet);
      console.log(describe(result));
      if (choice.files.length < 5) for (const [name, status] of result.tests) if (status !== 'pass' && status !== 'skip') console.log(`  ${status.padEnd(6)} ${shortName(name)}`);
    }
  };
  await Promise.all(Array.from({ length: choice.jobs }, work));
  if (choice.keep === undefined) rmSync(folder, { recursive: true });
  finish([...results.values()], ratchet);
}

function takeDown({ file, tests }: FileResult, ratchet: Ratchet): void {
  ratchet[file] = [...tests].filter(([, status]) => status === 'pass').map(([name]) => shortName(name)).sort();
  const sorted = Object.fromEntries(Object.entries(ratchet).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(ratchetFile, `${JSON.stringify(sorted, null, 1)}\n`);
}

function finish(results: readonly FileResult[], ratchet: Ratchet): void {
  const known = (list: readonly string[]) => results.filter(({ file }) => list.includes(file));
  if (known(firstFiles).length > 1) console.log(summary('first list', known(firstFiles)));
  if (known(secondFiles).length > 1) console.log(summary('second list', known(secondFiles)));
  if (known(thirdFiles).length > 1) console.log(summary('third list', known(thirdFiles)));
  for (const result of results) for (const name of lost(result, ratchet)) console.log(`lost: ${result.file}: ${name}`);
  if (results.some((result) => lost(result, ratchet).length > 0)) process.exitCode = 1;
}

await main(readArguments(process.argv.slice(2)));
