// How far executables of `--cpu dispatch` are from `--cpu native`, in CPU time: node scripts/compare-dispatch.mjs [NAME…] [--runs N]
// The programs of bench/programs, each built twice and run in turns; the least time of each counts.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const words = process.argv.slice(2);
const runs = words.includes('--runs') ? Number(words.splice(words.indexOf('--runs'), 2)[1]) : 5;
const { sizes } = await import('../build/bench/programs.js');
const folder = mkdtempSync(join(tmpdir(), 'tauraro-'));

/** User time in seconds. */
function timeOf(program, args) {
  const { stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT=%U; time "$@" > /dev/null', 'time', program, ...args], { encoding: 'utf8' });
  return Number(stderr.trim().split('\n').at(-1));
}

try {
  const ratios = [];
  for (const name of words.length > 0 ? words : Object.keys(sizes)) {
    const programs = ['native', 'dispatch'].map((cpu) => {
      const output = join(folder, `${name}-${cpu}`);
      execFileSync(process.execPath, ['build/lib/cli.js', 'build', `bench/programs/${name}.py`, '--cpu', cpu, '-o', output]);
      return output;
    });
    const least = [Infinity, Infinity];
    for (let run = 0; run < runs; run++) programs.forEach((program, index) => (least[index] = Math.min(least[index], timeOf(program, [String(sizes[name])]))));
    ratios.push(least[1] / least[0]);
    console.log(`${name.padEnd(20)} native ${least[0].toFixed(2)} s  dispatch ${least[1].toFixed(2)} s  ${((least[1] / least[0] - 1) * 100).toFixed(1)} %`);
  }
  console.log(`geometric mean: ${((Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length) - 1) * 100).toFixed(1)} %`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
