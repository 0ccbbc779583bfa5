/** What a compilation is asked to do. */
import type { Libraries } from './linker-arguments.js';
import type { IntPolicy } from '../node-api/hint.js';
import type { ColorChoice } from './style.js';

/** What `--emit` can print; `bitcode`, `executable` and `node` come from the ending of the output only. */
export const printableStages = ['ast', 'types', 'ir', 'llvm', 'c', 'asm', 'obj'] as const;
export type Stage = (typeof printableStages)[number] | 'bitcode' | 'executable' | 'node';

/** `debug` audits reference counts, `asan` runs under AddressSanitizer and UBSan: for tests of the compiler itself. */
export const runtimeVariants = ['release', 'debug', 'asan'] as const;
export type RuntimeVariant = (typeof runtimeVariants)[number];

export type OptLevel = 0 | 1 | 2 | 3;

export interface CompileOptions {
  readonly stage: Stage;
  readonly level: OptLevel;
  readonly target: string;
  readonly cpu: string;
  readonly features: string;
  /** No need of the machine's C library. */
  readonly static?: boolean;
  /** Prefer small code. */
  readonly size?: boolean;
  readonly libraries?: Libraries;
  /** Debug information. */
  readonly debug: boolean;
  /** Every exit of a fast version is taken: tests the general versions. */
  readonly forceExits: boolean;
  /** What we refuse raises when it is reached. */
  readonly lateRefusals?: boolean;
  readonly runtime: RuntimeVariant;
  /** Node modules: how ints cross the border. */
  readonly int?: IntPolicy;
  /** Node modules: functions that run off the main thread. */
  readonly background?: readonly string[];
}

/** The command line, read. */
export interface Invocation {
  readonly command: string;
  readonly files: readonly string[];
  /** What follows the file after `run`: the program's own. */
  readonly programArgs: readonly string[];
  readonly options: CommandOptions;
}

export interface CommandOptions {
  output?: string;
  emit?: Stage;
  /** Where the runtime's sources are to be copied. */
  emitRuntime?: string;
  level: OptLevel;
  target: string;
  /** Absent: `baseline` for what is built, `native` for what runs at once. */
  cpu?: string;
  features: string;
  static: boolean;
  size: boolean;
  libraries: { names: string[]; folders: string[]; sysroot: string };
  debug: boolean;
  forceExits: boolean;
  lateRefusals: boolean;
  runtime: RuntimeVariant;
  int: IntPolicy;
  background: readonly string[];
  types: boolean;
  time: boolean;
  verbose: boolean;
  json: boolean;
  color: ColorChoice;
  help: boolean;
  version: boolean;
}

/** `cpu`: where the user names none. */
export function compileOptions(options: CommandOptions, stage: Stage, cpu: string): CompileOptions {
  const { level, size, target, features, static: isStatic, libraries, debug, forceExits, lateRefusals, runtime, int, background } = options;
  return { stage, level, size, target, cpu: options.cpu ?? cpu, features, static: isStatic, libraries, debug, forceExits, lateRefusals, runtime, int, background };
}
