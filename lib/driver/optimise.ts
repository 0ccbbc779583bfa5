/** Hands bitcode to the back end, with the runtime's small functions for it to inline. */
import { readFileSync } from 'node:fs';
import type { CompileOptions as BackendOptions } from '../../native/backend/backend.js';
import { chooseCpu } from './cpu.js';
import { loadBackend } from './installation.js';
import type { CompileOptions, Stage } from './options.js';
import type { PhaseTimer } from './phase-timer.js';
import { runtimeFile } from './runtime-files.js';
import { makesExecutables, type Target } from './targets.js';

const emitted: Partial<Record<Stage, NonNullable<BackendOptions['emit']>>> = { llvm: 'll', asm: 'asm', bitcode: 'bc' };

/** Object files to be linked together, or the one result that the stage asks for instead: LLVM IR, assembly, bitcode. */
export async function optimise(bitcode: Buffer, target: Target, options: CompileOptions, timer: PhaseTimer): Promise<Buffer[]> {
  timer.current = 'optimise';
  const { outputs, times } = await loadBackend().compileAsync(bitcode, {
    ...chooseCpu(target, options.cpu, options.features),
    triple: target.triple,
    abi: target.abi,
    opt: options.level,
    size: options.size === true,
    pic: true,
    libs: options.level > 0 && options.runtime === 'release' && makesExecutables(target) ? [readFileSync(runtimeFile(target, 'inline.bc'))] : [],
    keep: ['main', 'tauraro_modules', 'tauraro_signatures', 'tauraro_teardown', 'tauraro_direct'],
    parallel: makesExecutables(target),
    emit: emitted[options.stage] ?? 'obj',
  });
  timer.add('import runtime', times.parse + times.link);
  timer.add('optimise', times.optimise);
  timer.add('generate code', times.codegen);
  return outputs;
}
