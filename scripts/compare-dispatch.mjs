// How far executables of `--cpu dispatch` are from `--cpu native`, in CPU time: node scripts/compare-dispatch.mjs [NAME…] [--runs N]
// The programs of bench/programs, each built twice and run in turns, at sizes at which they run for half a second; the least time of each counts.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const longEnough = 0.5;
const words = process.argv.slice(2);
const runs = words.includes('--runs') ? Number(words.splice(words.indexOf('--runs'), 2)[1]) : 7;
const { sizes } = await import('../build/bench/programs.js');
const folder = mkdtempSync(join(tmpdir(), 'tauraro-'));

function build(name, cpu) {
  const output = join(folder, `${name}-${cpu}`);
  execFileSync(process.execPath, ['build/lib/cli.js', 'build', `bench/programs/${name}.py`, '--cpu', cpu, '-o', output]);
  return output;
}

/** User time in seconds of running the program several times. */
function timeOf(program, size, times = 1) {
  const script = 'TIMEFORMAT=%3U; time for ((i = 0; i < $1; i++)); do "$2" "$3" > /dev/null || echo failed >&2; done';
  const { stderr } = spawnSync('bash', ['-c', script, 'time', String(times), program, String(size)], { encoding: 'utf8' });
  if (stderr.includes('failed')) throw new Error(`${program} ${size} failed`);
  return Number(stderr);
}

/** A size, small ones being exponents or lengths of permutations, and how often that has to run. Sizes grow only so far, because of memory. */
function sufficientWork(program, size) {
  const limit = size < 100 ? size + 4 : size * 8;
  let time = timeOf(program, size);
  while (time < longEnough && size < limit) time = timeOf(program, (size = size < 100 ? size + 1 : Math.min(limit, Math.round(size * 1.5))));
  return [size, Math.ceil(longEnough / time)];
}

function leastTimes(programs, work) {
  const least = programs.map(() => Infinity);
  for (let run = 0; run < runs; run++) {
    const turn = run % 2 === 0 ? [0, 1] : [1, 0];
    for (const index of turn) least[index] = Math.min(least[index], timeOf(programs[index], ...work));
  }
  return least;
}

const percent = (ratio) => `${((ratio - 1) * 100).toFixed(1)} %`;

try {
  const logarithms = [];
  for (const name of words.length > 0 ? words : Object.keys(sizes)) {
    const programs = ['native', 'dispatch'].map((cpu) => build(name, cpu));
    const [size, times] = sufficientWork(programs[0], sizes[name]);
    const [native, dispatch] = leastTimes(programs, [size, times]);
    logarithms.push(Math.log(dispatch / native));
    console.log(`${name.padEnd(20)} ${`${times} × ${size}`.padStart(15)}  native ${native.toFixed(2)} s  dispatch ${dispatch.toFixed(2)} s  ${percent(dispatch / native)}`);
  }
  console.log(`geometric mean: ${percent(Math.exp(logarithms.reduce((sum, each) => sum + each, 0) / logarithms.length))}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
