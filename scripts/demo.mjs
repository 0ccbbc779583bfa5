// Compiles a program, runs it, and shows what it prints and how long it takes, beside CPython where there is one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './stamp.mjs';

const program = join(root, 'examples/mandelbrot.py');
const folder = mkdtempSync(join(tmpdir(), 'tauraro-demo-'));
const executable = join(folder, 'mandelbrot');

/** Runs to the end; the time is that of the whole process. */
function timed(command, ...args) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { milliseconds: performance.now() - start, status: error ? -1 : status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

const show = (what, milliseconds) => console.log(`${what.padEnd(34)}${milliseconds.toFixed(0).padStart(7)} ms`);

function demo() {
  const source = relative(root, program);
  console.log(`$ tauraro build ${source}`);
  const build = timed(process.execPath, join(root, 'build/lib/cli.js'), 'build', program, '-o', executable);
  if (build.status !== 0) return fail(build);
  console.log('$ ./mandelbrot');
  const native = timed(executable);
  if (native.status !== 0) return fail(native);
  process.stdout.write(`${native.stdout}\n`);
  show(`tauraro build ${source}`, build.milliseconds);
  show('./mandelbrot', native.milliseconds);
  const python = timed('python3', program);
  if (python.status !== 0) return;
  show(`python3 ${source}`, python.milliseconds);
  const same = python.stdout === native.stdout ? 'the same output' : 'A DIFFERENT OUTPUT';
  console.log(`\n${same}, ${(python.milliseconds / native.milliseconds).toFixed(0)} times as fast as python3`);
  if (python.stdout !== native.stdout) process.exitCode = 1;
}

function fail({ stdout, stderr }) {
  console.error(`${stdout}${stderr}`);
  process.exitCode = 1;
}

try {
  demo();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
