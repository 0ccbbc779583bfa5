/** The whole way from a source file to what was asked for. */
import type { Diagnostics } from '../base/diagnostic.js';
import { lowerProgram } from '../lower/program.js';
import { printAst } from '../syntax/print-ast.js';
import { joinObjects, link } from './link.js';
import { loadModules, type Footprint } from './modules.js';
import { optimise, runtimeFile } from './optimise.js';
import type { CompileOptions } from './options.js';
import type { PhaseTimer } from './phase-timer.js';
import { emitLlvm, printIr, printTypes, specialise } from './phases.js';
import { findTarget } from './targets.js';

export interface Artifact {
  readonly content: Uint8Array | string;
  readonly footprint: Footprint;
}

/** The program has errors; they are in `problems`. */
export class CompilationFailed extends Error {
  override readonly name = 'CompilationFailed';
}

export async function compile(entry: string, options: CompileOptions, problems: Diagnostics, timer: PhaseTimer): Promise<Artifact> {
  const target = findTarget(options.target);
  const { modules, footprint } = timer.run('parse', () => loadModules(entry, problems));
  const artifact = (content: Uint8Array | string): Artifact => ({ content, footprint });
  stopIfFailed(problems);
  if (options.stage === 'ast') return artifact(`${printAst(modules[0]!.tree)}\n`);

  const generic = timer.run('lower', () => lowerProgram(modules, problems));
  stopIfFailed(problems);
  const typed = timer.run('specialise', () => specialise(generic, options));
  if (options.stage === 'types') return artifact(printTypes(typed));
  if (options.stage === 'ir') return artifact(printIr(typed));

  const bitcode = timer.run('emit', () => emitLlvm(typed, target, options));
  const output = await optimise(bitcode, target, options, timer);
  if (options.stage === 'obj') return artifact(timer.run('link', () => joinObjects(output, runtimeFile(target, 'o'))));
  if (options.stage !== 'executable') return artifact(output);
  return artifact(timer.run('link', () => link(output, runtimeFile(target, 'o'), options)));
}

function stopIfFailed(problems: Diagnostics): void {
  if (problems.failed) throw new CompilationFailed();
}
