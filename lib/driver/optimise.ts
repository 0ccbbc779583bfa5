/** Hands bitcode to the back end, with the runtime's bitcode for it to take what it needs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompileOptions as BackendOptions } from '../../native/backend/backend.js';
import { CommandError, exitStatus } from './command-error.js';
import { loadBackend, nativeFolder } from './installation.js';
import type { CompileOptions, Stage } from './options.js';
import type { PhaseTimer } from './phase-timer.js';
import { chooseCpu, type Target } from './targets.js';

const emitted: Partial<Record<Stage, NonNullable<BackendOptions['emit']>>> = { llvm: 'll', asm: 'asm', bitcode: 'bc' };

/** Object code, or what the stage asks for instead: LLVM IR, assembly, bitcode. */
export async function optimise(bitcode: Buffer, target: Target, options: CompileOptions, timer: PhaseTimer): Promise<Buffer> {
  timer.current = 'optimise';
  const { output, times } = await loadBackend().compileAsync(bitcode, {
    ...chooseCpu(target, options.cpu, options.features),
    triple: target.triple,
    opt: options.level,
    pic: true,
    libs: [runtimeBitcode(target)],
    keep: ['main'],
    emit: emitted[options.stage] ?? 'obj',
  });
  timer.add('link runtime', times.parse + times.link);
  timer.add('optimise', times.optimise);
  timer.add('generate code', times.codegen);
  return output;
}

export const runtimeFile = (target: Target) => join(nativeFolder, 'runtime', `${target.name}.bc`);

function runtimeBitcode(target: Target): Buffer {
  const file = runtimeFile(target);
  if (existsSync(file)) return readFileSync(file);
  throw new CommandError('E508', `the runtime for ${target.name} is missing`, { status: exitStatus.missing, help: 'tauraro doctor tells what to do' });
}
