/**
 * npm run bench [-- [NAMES…] [--runs N] [--small] [--via-c] [--dynamic]]
 *
 * Builds each program of bench/programs and its C twin, checks that all answers are equal, and prints the median processor
 * time of whole processes, with the ratio to CPython (how many times as fast) and to the better C (how many times as long).
 * `--via-c`: instead, our C output by gcc and clang against our executable (via-c.ts). `--dynamic`: programs whose types are hidden from inference (hide-types.ts), against CPython alone.
 * The runs of the contestants are interleaved, so that a change of the machine's mood meets them all.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildC, buildOurs, findPython, programFolder, writeDynamic, type Contestant } from './contestants.js';
import { dynamicSize, sizes, smallSize } from './programs.js';
import { timed } from './timed.js';
import { benchViaC } from './via-c.js';

interface Options {
  readonly names: readonly string[];
  readonly runs: number;
  readonly small: boolean;
  readonly viaC: boolean;
  readonly dynamic: boolean;
}

function readOptions(words: readonly string[]): Options {
  const at = words.indexOf('--runs');
  const runs = at < 0 ? 5 : Number(words[at + 1]);
  const names = words.filter((word, index) => !word.startsWith('-') && (at < 0 || index !== at + 1));
  const unknown = names.filter((name) => !(name in sizes));
  if (unknown.length > 0) throw new Error(`no such program: ${unknown.join(' ')}\nthere are: ${Object.keys(sizes).join(' ')}`);
  return { names: names.length > 0 ? names : Object.keys(sizes), runs, small: words.includes('--small'), viaC: words.includes('--via-c'), dynamic: words.includes('--dynamic') };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Medians by contestant. Throws where outputs differ. */
function compete(contestants: readonly Contestant[], size: number, runs: number): Map<string, number> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  let expected: string | undefined;
  for (let round = 0; round < runs; round++) {
    for (const { name, command } of contestants) {
      // The slow one is steady: fewer runs will do.
      if (name === 'cpython' && round >= 3) continue;
      const { output, time } = timed([...command, String(size)]);
      expected ??= output;
      if (output !== expected) throw new Error(`${name} answers ${JSON.stringify(output.slice(0, 200))} instead of ${JSON.stringify(expected.slice(0, 200))}`);
      times.get(name)!.push(time);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

const columns = ['tauraro', 'cpython', 'clang-22', 'gcc'];
const pad = (text: string, width = 11) => text.padStart(width);

function inTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function bench({ names, runs, small, dynamic }: Options): Promise<boolean> {
  const folder = inTemporaryFolder();
  const python = findPython();
  if (python === undefined) console.log('no python3 here: nothing to compare with but C');
  else console.log(`CPython: ${python.command[0]} (${spawnSync(python.command[0]!, ['--version'], { encoding: 'utf8' }).stdout.trim()})`);
  console.log(`median processor time of ${runs} runs, in ms; "× C" is the time over that of the faster C\n`);
  console.log(`${'program'.padEnd(19)}${columns.map((name) => pad(name)).join('')}${pad('× CPython')}${pad('× C')}`);
  const ratios: { cpython: number; c: number }[] = [];
  let failed = false;
  for (const name of names) {
    try {
      const source = dynamic ? writeDynamic(name, folder) : join(programFolder, `${name}.py`);
      const inC = dynamic ? [] : buildC(name, folder);
      const contestants = [...(python ? [{ name: python.name, command: [...python.command, source] }] : []), await buildOurs(name, folder, source), ...inC];
      const size = small ? smallSize(name) : dynamic ? dynamicSize(name) : sizes[name]!;
      const times = compete(contestants, size, runs);
      const ours = Math.max(times.get('tauraro')!, 0.5);
      const c = Math.max(Math.min(...['clang-22', 'gcc'].map((compiler) => times.get(compiler) ?? Infinity)), 0.5);
      const ratio = { cpython: (times.get('cpython') ?? NaN) / ours, c: ours / c };
      ratios.push(ratio);
      const cells = columns.map((column) => pad(times.get(column)?.toFixed(0) ?? '-'));
      console.log(`${name.padEnd(19)}${cells.join('')}${pad(ratio.cpython.toFixed(1))}${pad(dynamic ? '-' : ratio.c.toFixed(2))}`);
    } catch (error) {
      failed = true;
      console.log(`${name.padEnd(19)} FAILED: ${(error as Error).message}`);
    }
  }
  const mean = (key: 'cpython' | 'c') => Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio[key]), 0) / ratios.length);
  console.log(`\n${'geometric mean'.padEnd(19)}${' '.repeat(44)}${pad(mean('cpython').toFixed(1))}${pad(dynamic ? '-' : mean('c').toFixed(2))}`);
  return !failed;
}

try {
  const options = readOptions(process.argv.slice(2));
  const good = options.viaC ? await benchViaC(options.names, options.runs, inTemporaryFolder()) : await bench(options);
  process.exitCode = good ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
