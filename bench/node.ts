/**
 * npm run bench:node [-- [NAMES…] [--rounds N]]
 *
 * Calls a Node module made from bench/node/speed.py, the same by hand in C on Node-API, and in plain JavaScript, with equal
 * arguments and answers that must agree. Prints the time of a call in the fastest round (others shared the machine) and its ratio to what it is measured against.
 * The rounds are interleaved. Ends with status 1 where a bar is missed.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../lib/api.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

type Run = (...args: never[]) => unknown;
type Module = Readonly<Record<string, Run>>;

interface Row {
  readonly name: string;
  readonly call: string;
  /** Fresh for each contestant: some calls change them. */
  readonly args: () => unknown[];
  /** Calls a round. */
  readonly times: number;
  /** At most so many times as long as by that contestant. Infinity: Python's sum() carries the rounding errors along, which C's loop doesn't. */
  readonly bar: { readonly than: 'C' | 'JavaScript'; readonly most: number };
}

const text = (length: number): string => 'abcdefghij'.repeat(length / 10);
/** Words of a text, as `split` gives them: every string is an object of its own, and the n-th word comes about 1/n times as often as the first. */
const words = (count: number): string[] => Array.from({ length: count }, (_, i) => `w${Math.floor(Math.exp(((i * 7919) % 5003 / 5003) * Math.log(5003)))}`).join(' ').split(' ');

const rows: readonly Row[] = [
  { name: 'add(int, int)', call: 'add', args: () => [3, 4], times: 400_000, bar: { than: 'C', most: 1.3 } },
  { name: 'string of 10', call: 'shout', args: () => [text(10)], times: 200_000, bar: { than: 'C', most: 1.5 } },
  { name: 'string of 10,000', call: 'shout', args: () => [text(10_000)], times: 5_000, bar: { than: 'C', most: 1.5 } },
  { name: 'sum of 1,000,000', call: 'total', args: () => [Float64Array.from({ length: 1_000_000 }, (_, i) => i)], times: 5, bar: { than: 'C', most: Infinity } },
  { name: 'n-body, classes', call: 'nbody', args: () => [20_000], times: 1, bar: { than: 'JavaScript', most: 1 } },
  { name: 'n-body, lists', call: 'nbody_lists', args: nbodyLists, times: 1, bar: { than: 'JavaScript', most: 1 } },
  { name: 'word count', call: 'word_count', args: () => [words(100_000)], times: 1, bar: { than: 'JavaScript', most: 1 } },
];

function nbodyLists(): unknown[] {
  const positions = [0, 0, 0, 4.84, -1.16, -0.1, 8.34, 4.12, -4, 12.8, -15.1, -0.22, 15.3, -25.9, 0.17];
  const velocities = [0, 0, 0, 0.6, 2.81, -0.02, -1.01, 1.82, 0.008, 1.08, 0.86, -0.01, 0.97, 0.59, -0.03];
  return [positions, velocities, [39.47, 0.037, 0.011, 0.0017, 0.002], 20_000];
}

async function contestants(folder: string): Promise<ReadonlyMap<string, Module>> {
  const ours = join(folder, 'speed.node');
  await build(join(root, 'bench/node/speed.py'), { output: ours, cpu: 'native' });
  const c = join(folder, 'speed-c.node');
  const args = ['-O3', '-march=native', '-shared', '-fPIC', '-I', join(root, 'node_modules/node-api-headers/include'), join(root, 'bench/node/speed.c'), '-o', c];
  const { status, stderr } = spawnSync('clang-22', args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const plain = (await import(pathToFileURL(join(root, 'bench/node/speed.mjs')).href)) as Module;
  return new Map([['tauraro', require(ours) as Module], ['C', require(c) as Module], ['JavaScript', plain]]);
}

/** Nanoseconds a call. A loop of its own for each contestant: V8 compiles what it sees there. */
function timer(arity: number): (run: Run, args: readonly unknown[], times: number) => number {
  const source = `return (run, [a, b, c, d], times) => { const start = process.hrtime.bigint(); for (let i = 0; i < times; i++) run(${'a b c d'.split(' ').slice(0, arity).join(', ')}); return Number(process.hrtime.bigint() - start) / times; }`;
  return new Function('process', source)(process) as ReturnType<typeof timer>;
}


const show = (time: number): string => (time < 10_000 ? `${time.toFixed(1)} ns` : `${(time / 1e6).toFixed(3)} ms`);

function compete(row: Row, modules: ReadonlyMap<string, Module>, rounds: number): Map<string, number> {
  const racers = [...modules].flatMap(([name, module]) => (module[row.call] === undefined ? [] : [{ name, run: module[row.call]!, time: timer(row.args().length), times: [] as number[] }]));
  let expected: unknown;
  for (const { name, run } of racers) {
    const answer = run(...(row.args() as never[]));
    if (expected === undefined) expected = answer;
    else assert.deepEqual(answer, expected, `${name} answers differently`);
  }
  for (let round = -2; round < rounds; round++) {
    for (const racer of racers) {
      const time = racer.time(racer.run, row.args(), row.times);
      if (round >= 0) racer.times.push(time);
    }
  }
  return new Map(racers.map(({ name, times }) => [name, Math.min(...times)]));
}

async function bench(names: readonly string[], rounds: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const modules = await contestants(folder);
  console.log(`Node ${process.version}; time of a call in the fastest of ${rounds} rounds\n`);
  console.log(`${'call'.padEnd(20)}${[...modules.keys()].map((name) => name.padStart(14)).join('')}   ratio`);
  let good = true;
  for (const row of rows) {
    if (names.length > 0 && !names.includes(row.call)) continue;
    const times = compete(row, modules, rounds);
    const ratio = times.get('tauraro')! / times.get(row.bar.than)!;
    const isMet = ratio <= row.bar.most;
    good &&= isMet;
    const cells = [...modules.keys()].map((name) => (times.has(name) ? show(times.get(name)!) : '-').padStart(14)).join('');
    console.log(`${row.name.padEnd(20)}${cells}   ${ratio.toFixed(2)} × ${row.bar.than}${row.bar.most === Infinity ? '' : `, bar ${row.bar.most}`}${isMet ? '' : ': MISSED'}`);
  }
  return good;
}

const given = process.argv.slice(2);
const at = given.indexOf('--rounds');
const names = given.filter((word, index) => !word.startsWith('-') && (at < 0 || index !== at + 1));
process.exitCode = (await bench(names, at < 0 ? 25 : Number(given[at + 1]))) ? 0 : 1;
