/** `tauraro run`: compiles unless the cache has it, then runs. The exit status is the program's own. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { findExecutable, storeExecutable, type CacheRequest } from '../cache.js';
import { CommandError } from '../command-error.js';
import { compileOptions, type Invocation } from '../options.js';
import type { Report } from '../report.js';
import { findTarget, hostTarget } from '../targets.js';

/** Resolves to the exit status; a program ended by a signal gives 128 and the signal's number, as in a shell. */
export async function run({ files, programArgs, options }: Invocation, report: Report): Promise<number> {
  const entry = files[0];
  if (entry === undefined) throw new CommandError('E500', 'no source file given', { help: 'tauraro run app.py' });
  checkTarget(options.target);
  const request: CacheRequest = { entry, options: compileOptions(options, 'executable', 'native') };
  let executable = findExecutable(request)?.executable;
  for (let attempt = 1; ; attempt++) {
    executable ??= await compileIntoCache(request, report);
    try {
      return await execute(executable, entry, programArgs);
    } catch (error) {
      // Another run, making room, may have removed the entry between the look and the start.
      if (attempt === mostAttempts || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      executable = undefined;
    }
  }
}

const mostAttempts = 5;

function checkTarget(name: string): void {
  const [target, host] = [findTarget(name), hostTarget()];
  if (target.triple.split('-')[0] === host.triple.split('-')[0] && target.format === host.format) return;
  throw new CommandError('E504', `programs for ${target.name} don't run on this machine`, { help: `tauraro build --target ${target.name} makes one` });
}

async function compileIntoCache(request: CacheRequest, report: Report): Promise<string> {
  // Loaded here, since a program found in the cache needs no compiler.
  const { compile } = await import('../compile.js');
  const artifact = await compile(request.entry, request.options, report.problems, report.timer);
  report.finish(true);
  return storeExecutable(request, artifact, report.problems.list.length === 0);
}

const forwarded = ['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const;

/** `argv[0]` is the source file, as `sys.argv[0]` in CPython. */
function execute(executable: string, entry: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit', argv0: entry });
    // The terminal sends SIGINT to both: the program decides, this process waits.
    process.on('SIGINT', () => {});
    for (const signal of forwarded) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (status, signal) => resolve(signal === null ? status! : 128 + constants.signals[signal]));
  });
}
