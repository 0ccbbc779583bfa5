/** Hands bitcode to the back end, with the runtime's small functions for it to inline. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompileOptions as BackendOptions } from '../../native/backend/backend.js';
import { CommandError, exitStatus } from './command-error.js';
import { loadBackend, nativeFolder } from './installation.js';
import type { CompileOptions, Stage } from './options.js';
import type { PhaseTimer } from './phase-timer.js';
import { chooseCpu, type Target } from './targets.js';

const emitted: Partial<Record<Stage, NonNullable<BackendOptions['emit']>>> = { llvm: 'll', asm: 'asm', bitcode: 'bc' };

/** Object files to be linked together, or the one result that the stage asks for instead: LLVM IR, assembly, bitcode. */
export async function optimise(bitcode: Buffer, target: Target, options: CompileOptions, timer: PhaseTimer): Promise<Buffer[]> {
  timer.current = 'optimise';
  const { outputs, times } = await loadBackend().compileAsync(bitcode, {
    ...chooseCpu(target, options.cpu, options.features),
    triple: target.triple,
    opt: options.level,
    pic: true,
    libs: options.level > 0 && options.runtime === 'release' ? [readFileSync(runtimeFile(target, 'inline.bc'))] : [],
    keep: ['main', 'tauraro_modules'],
    parallel: true,
    emit: emitted[options.stage] ?? 'obj',
  });
  timer.add('import runtime', times.parse + times.link);
  timer.add('optimise', times.optimise);
  timer.add('generate code', times.codegen);
  return outputs;
}

/** The runtime for a target: `o`, what executables are linked with, or `inline.bc`. */
export function runtimeFile(target: Target, ending: 'o' | 'inline.bc'): string {
  const file = join(nativeFolder, 'runtime', `${target.name}.${ending}`);
  if (existsSync(file)) return file;
  throw new CommandError('E508', `the runtime for ${target.name} is missing`, { status: exitStatus.missing, help: 'tauraro doctor tells what to do' });
}
