/** The programmatic interface: `import { build, check } from 'tauraro'`. The options are those of the command line. */
import { Diagnostics } from './base/diagnostic.js';
import { stageOfOutput } from './driver/command-line.js';
import { CommandError } from './driver/command-error.js';
import { writeBuild } from './driver/commands/build.js';
import { CompilationFailed, compile } from './driver/compile.js';
import type { Libraries } from './driver/linker-arguments.js';
import type { CompileOptions, OptLevel, Stage } from './driver/options.js';
import { defaultOutput } from './driver/output-file.js';
import { PhaseTimer } from './driver/phase-timer.js';
import { diagnosticRecord, type DiagnosticRecord } from './driver/print-diagnostic.js';

export type { DiagnosticRecord as Problem } from './driver/print-diagnostic.js';

export interface BuildOptions {
  /** Its ending tells the kind of file: `.node`, `.o`, `.s`, `.ll`, `.bc`; an executable where there is none. Default: the name of the source file. */
  readonly output?: string;
  readonly target?: string;
  /** `native`, `baseline` (default) or a CPU. */
  readonly cpu?: string;
  /** Like `+avx2,-bmi`. */
  readonly features?: string;
  readonly level?: OptLevel;
  readonly debug?: boolean;
  readonly static?: boolean;
  readonly libraries?: Libraries;
  /** Node modules: how ints cross the border. */
  readonly int?: 'auto' | 'number' | 'bigint';
  /** Node modules: functions that run off the main thread. */
  readonly background?: readonly string[];
}

export interface BuildResult {
  readonly output: string;
  /** Every file written, the output first: beside a Node module its declarations and loaders. */
  readonly files: readonly string[];
  /** Warnings. */
  readonly problems: readonly DiagnosticRecord[];
}

/** The program has errors, or it couldn't be built: `problems` says why. */
export class BuildError extends Error {
  override readonly name = 'BuildError';

  constructor(
    message: string,
    readonly problems: readonly DiagnosticRecord[],
  ) {
    super(message);
  }
}

/** Compiles a source file and writes the result. Throws `BuildError`. */
export async function build(file: string, options: BuildOptions = {}): Promise<BuildResult> {
  const output = options.output ?? defaultOutput(file);
  const problems = new Diagnostics();
  const artifact = await rejectProblems(problems, () => compile(file, compileOptionsOf(options, stageOfOutput(output)), problems, new PhaseTimer(() => {})));
  const files = await rejectProblems(problems, async () => writeBuild(output, stageOfOutput(output), artifact));
  return { output, files, problems: problems.list.map(diagnosticRecord) };
}

/** The problems of a source file and the modules that it imports; none where it can be compiled. */
export async function check(file: string, options: Omit<BuildOptions, 'output'> = {}): Promise<DiagnosticRecord[]> {
  const problems = new Diagnostics();
  try {
    await compile(file, compileOptionsOf(options, 'types'), problems, new PhaseTimer(() => {}));
  } catch (error) {
    if (error instanceof CommandError) return [recordOf(error)];
    if (!(error instanceof CompilationFailed)) throw error;
  }
  return problems.list.map(diagnosticRecord);
}

function compileOptionsOf(options: BuildOptions, stage: Stage): CompileOptions {
  const { level = 3, target = 'native', cpu = 'baseline', features = '', debug = false, int = 'auto', background = [], libraries } = options;
  const chosen = { stage, level, target, cpu, features, debug, int, background, static: options.static ?? false, forceExits: false, runtime: 'release' } as const;
  return libraries === undefined ? chosen : { ...chosen, libraries };
}

const recordOf = ({ code, message, help }: CommandError): DiagnosticRecord => ({ code, severity: 'error', message, ...(help === undefined ? {} : { help }) });

async function rejectProblems<Result>(problems: Diagnostics, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const records = problems.list.map(diagnosticRecord);
    if (error instanceof CommandError) throw new BuildError(error.message, [...records, recordOf(error)]);
    if (!(error instanceof CompilationFailed)) throw error;
    const first = records.find(({ severity }) => severity !== 'warning');
    const place = first?.file === undefined ? '' : `${first.file}:${first.line}:${first.column}: `;
    throw new BuildError(`${place}${first?.message ?? 'the program has errors'}`, records);
  }
}
