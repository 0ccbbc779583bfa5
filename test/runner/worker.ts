/**
 * A process that compiles and runs test programs one after the other, so that a thousand tests don't start the compiler
 * a thousand times, and a crash of the compiler is a failure of one program. Answers each `Job` with an `Outcome` for each variant.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Diagnostics } from '../../lib/base/diagnostic.js';
import { translate, understand, type Understood } from '../../lib/driver/compile.js';
import type { CompileOptions } from '../../lib/driver/options.js';
import { PhaseTimer } from '../../lib/driver/phase-timer.js';

export type Variant = Pick<CompileOptions, 'level' | 'forceExits' | 'runtime'>;

export interface Job {
  readonly program: string;
  readonly args: readonly string[];
  /** The ways in which it is compiled and run, one after the other. */
  readonly variants: readonly Variant[];
  /** Another machine, and the command that runs its executables; PROGRAM and NAME stand for the executable and its own name for itself. */
  readonly target?: string | undefined;
  readonly emulator?: readonly string[] | undefined;
  /** By way of C: the compiler and its first arguments, and the folder of the runtime, which is compiled already. */
  readonly viaC?: { readonly command: readonly string[]; readonly runtime: string } | undefined;
}

/** What the program did, or why it could not be compiled. */
export interface Outcome {
  readonly refused?: string;
  readonly out: string;
  readonly err: string;
  /** Exit status, or the name of the signal that ended it. */
  readonly status: string;
}

const folder = mkdtempSync(join(tmpdir(), 'tauraro-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const timeLimit = 20_000;

const refusal = (refused: string): Outcome => ({ refused, out: '', err: '', status: '' });

async function perform(job: Job): Promise<Outcome[]> {
  const { variants } = job;
  const problems = new Diagnostics();
  const outcomes: Outcome[] = [];
  try {
    const understood = understand(job.program, optionsOf(job, variants[0]!), problems, new PhaseTimer());
    for (const variant of variants) outcomes.push(await performOnce(job, variant, understood));
  } catch (error) {
    const messages = problems.list.map(({ code, message, span }) => `${code} ${message} (at ${span.start})`);
    const reason = messages.join('\n') || String(error instanceof Error ? error.stack : error);
    while (outcomes.length < variants.length) outcomes.push(refusal(reason));
  }
  return outcomes;
}

function optionsOf({ target, viaC }: Job, variant: Variant): CompileOptions {
  return { stage: viaC === undefined ? 'executable' : 'c', target: target ?? 'native', cpu: 'baseline', features: '', debug: false, ...variant };
}

async function performOnce(job: Job, variant: Variant, understood: Understood): Promise<Outcome> {
  const { program, args, emulator, viaC } = job;
  const { content } = await translate(understood, optionsOf(job, variant), new PhaseTimer());
  const executable = join(folder, 'program');
  if (viaC === undefined) writeFileSync(executable, content, { mode: 0o755 });
  else compileC(content, executable, viaC);
  const [command, ...before] = (emulator ?? ['PROGRAM']).map((word) => ({ PROGRAM: executable, NAME: program })[word] ?? word);
  const { stdout, stderr, status, signal } = spawnSync(command!, [...before, ...args], { ...(emulator === undefined ? { argv0: program } : {}), encoding: 'utf8', timeout: emulator === undefined ? timeLimit : 10 * timeLimit, maxBuffer: 1 << 26 });
  return { out: stdout, err: stderr.replaceAll(`${process.cwd()}/`, ''), status: signal ?? String(status) };
}

/** Throws with the compiler's words, also where they are warnings only. */
function compileC(text: string | Uint8Array, executable: string, { command: [compiler, ...flags], runtime }: NonNullable<Job['viaC']>): void {
  const source = `${executable}.c`;
  writeFileSync(source, text);
  const args = [...flags, '-std=c11', '-Wall', '-Wextra', '-I', runtime, source, join(runtime, 'libtauraro.a'), '-lm', '-o', executable];
  const { stderr, status } = spawnSync(compiler!, args, { encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(stderr || `${compiler} ended with ${status}`);
}

let last: Promise<unknown> = Promise.resolve();
process.on('message', (job: Job) => {
  last = last.then(async () => process.send!(await perform(job)));
});
// The parent has gone or wants no more.
process.on('disconnect', () => process.exit(0));
