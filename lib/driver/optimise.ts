/** Hands bitcode to the back end, with the runtime's small functions for it to inline. */
import { readFileSync } from 'node:fs';
import type { CompileOptions as BackendOptions } from '../../native/backend/backend.js';
import type { Unit } from '../backend/llvm/units.js';
import { chooseCpu } from './cpu.js';
import { loadBackend } from './installation.js';
import type { CompileOptions, Stage } from './options.js';
import type { PhaseTimer } from './phase-timer.js';
import { runtimeFile } from './runtime-files.js';
import { makesExecutables, type Target } from './targets.js';

const emitted: Partial<Record<Stage, NonNullable<BackendOptions['emit']>>> = { llvm: 'll', asm: 'asm', bitcode: 'bc' };

/**
 * An object file, or what the stage asks for instead: LLVM IR, assembly, bitcode. Runs on another thread; the times overlap with those of
 * other phases. Units of quality `brief` hardly ever run, so nothing is inlined into them.
 */
export async function optimise(bitcode: Buffer, { quality }: Unit, target: Target, options: CompileOptions, timer: PhaseTimer): Promise<Buffer> {
  timer.current = 'optimise';
  const mayInline = options.level > 0 && options.runtime === 'release' && makesExecutables(target) && (quality ?? 'full') === 'full';
  const { cpu, features, levels = [] } = chooseCpu(target, options.cpu, options.features);
  const { output, times } = await loadBackend().compileAsync(bitcode, {
    ...{ cpu, features, levels: mayInline ? levels.map((level) => `${level.cpu},${level.features}`) : [] },
    triple: target.triple,
    abi: target.abi,
    opt: quality === 'plain' ? 0 : options.level,
    size: options.size === true,
    brief: quality === 'brief' && options.level > 0,
    pic: true,
    libs: mayInline ? [readFileSync(runtimeFile(target, 'inline.bc'))] : [],
    emit: emitted[options.stage] ?? 'obj',
  });
  timer.add('import runtime', times.parse + times.link);
  timer.add('optimise', times.optimise);
  timer.add('generate code', times.codegen);
  return output;
}
