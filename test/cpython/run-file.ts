/** Builds one of CPython's test files and runs it; a test that ends the process is left out of the next attempt. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDriver } from './files.js';

export type Status = 'pass' | 'fail' | 'error' | 'skip' | 'crash' | 'hang';

export interface FileResult {
  readonly file: string;
  /** By the names of the tests; empty where the file doesn't compile. */
  readonly tests: ReadonlyMap<string, Status>;
  /** The codes and first lines of what the compiler has said. */
  readonly refusal?: string;
  readonly buildSeconds: number;
}

interface Finished {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  readonly silent: boolean;
}

const silenceLimit = 60_000;
const buildLimit = 300_000;
const maxAttempts = 30;
const environment = { ...process.env, PYTHONHASHSEED: '0' };

/** Ends what has been silent for too long. */
function run(command: string, args: readonly string[], limit = silenceLimit): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err, silent] = ['', '', false];
    const stop = () => {
      silent = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(stop, limit);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(stop, limit);
    };
    child.stdout.on('data', (data: Buffer) => (heard(), (out += data.toString('latin1'))));
    child.stderr.on('data', (data: Buffer) => (heard(), (err += data.toString('latin1'))));
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, out, err, silent });
    });
  });
}

export async function runFile(folder: string, file: string, level: string): Promise<FileResult> {
  const executable = join(folder, `run_${file}`);
  const started = performance.now();
  const built = await run(process.execPath, ['build/lib/cli.js', 'build', writeDriver(folder, file), '-o', executable, level, '--late-refusals'], buildLimit);
  const buildSeconds = (performance.now() - started) / 1000;
  if (built.status !== 0) return { file, tests: new Map(), refusal: refusalIn(built.err), buildSeconds };
  const tests = new Map<string, Status>();
  let log = '';
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const finished = await run('sh', ['-c', 'ulimit -v 6000000; exec "$0" "$@"', executable, ...tests.keys()]);
    log += finished.err;
    const { running, ended } = readReport(finished.out, tests);
    if (ended) break;
    if (running === undefined) {
      tests.set(attempt === 0 ? '(module)' : '(between tests)', 'error');
      break;
    }
    tests.set(running, finished.silent ? 'hang' : 'crash');
    log += `@@ ${running} ended the process: ${finished.silent ? 'silence' : finished.status}\n`;
  }
  writeFileSync(`${executable}.log`, log);
  return { file, tests, buildSeconds };
}

/** Takes down what the driver has reported; gives the test that was running at the end. */
function readReport(out: string, tests: Map<string, Status>): { running: string | undefined; ended: boolean } {
  let running: string | undefined;
  let ended = false;
  for (const [, word, name] of out.matchAll(/^@@ (\w+) ?(.*)$/gm)) {
    if (word === 'end') ended = true;
    else if (word === 'start') running = name;
    else if (word !== 'total') {
      tests.set(name!, word as Status);
      running = undefined;
    }
  }
  return { running, ended };
}

function refusalIn(text: string): string {
  const lines = text.split('\n').filter((line) => /\[E\d+\]|error|fault/i.test(line));
  const codes = [...new Set([...text.matchAll(/\[(E\d+)\]/g)].map(([, code]) => code))];
  return `${codes.join(', ')} ${lines.slice(0, 3).join(' | ')}`.trim();
}
