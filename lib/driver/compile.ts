/** The whole way from a source file to what was asked for. */
import type { Diagnostics } from '../base/diagnostic.js';
import type { NodeModule } from '../node-api/exports.js';
import { seedsOf } from '../node-api/seeds.js';
import { signatureText } from '../node-api/signatures.js';
import type { Analysis } from '../analysis/context.js';
import { analyse } from '../analysis/engine.js';
import { printTypes } from '../analysis/print-types.js';
import { startEmission, type EmitOptions } from '../backend/llvm/emit-program.js';
import { assert } from '../base/assert.js';
import { printFunction } from '../ir/print.js';
import { passesFor } from '../passes/pipeline.js';
import { specialise } from '../specialise/program.js';
import { printAst } from '../syntax/print-ast.js';
import { debuggerScript, loadBackend, loadIrBuilder } from './installation.js';
import { joinObjects, link } from './link.js';
import { linkNodeModule } from './link-node.js';
import { companionsOf } from '../node-api/companions.js';
import type { Footprint } from './modules.js';
import { optimise } from './optimise.js';
import type { CompileOptions } from './options.js';
import type { PhaseTimer } from './phase-timer.js';
import { readProgram, type FrontEnd } from './read-program.js';
import { prepareTarget } from './runtime-files.js';
import { chooseCpu } from './cpu.js';
import { cpuNeeds } from './cpu-masks.js';
import { chooseTarget } from './choose-target.js';
import { makesExecutables, type Target } from './targets.js';

export interface Artifact {
  readonly content: Uint8Array | string;
  /** Files that stand beside a Node module, by their endings. */
  readonly companions?: ((stem: string) => ReadonlyMap<string, string>) | undefined;
  readonly footprint: Footprint;
  /** The names that a Node module exports. */
  readonly exports?: readonly string[] | undefined;
}

/** The program has errors; they are in `problems`. */
export class CompilationFailed extends Error {
  override readonly name = 'CompilationFailed';
}

/** A program as it is before the options of the back end matter, so that it can be compiled in several ways. */
export interface Understood {
  readonly front: FrontEnd;
  readonly analysis: Analysis | undefined;
}

export async function compile(entry: string, options: CompileOptions, problems: Diagnostics, timer: PhaseTimer): Promise<Artifact> {
  return translate(understand(entry, options, problems, timer), options, timer);
}

/** Reads, lowers and analyses a program; what is to be printed of its syntax only isn't analysed. */
export function understand(entry: string, options: CompileOptions, problems: Diagnostics, timer: PhaseTimer): Understood {
  const target = chooseTarget(options);
  chooseCpu(target, options.cpu, options.features);
  const front = readProgram(entry, options, problems, timer);
  stopIfFailed(problems);
  const { node, generic } = front;
  const analysis = generic && timer.run('analyse', () => analyse(generic, node && seedsOf(generic, node)));
  return { front, analysis };
}

/** The back half: to what was asked for. A program that is understood can be translated any number of times. */
export async function translate({ front, analysis }: Understood, options: CompileOptions, timer: PhaseTimer): Promise<Artifact> {
  const { modules, footprint, node, generic } = front;
  const artifact = (content: Uint8Array | string): Artifact => ({ content, footprint });
  if (options.stage === 'ast') return artifact(`${printAst(modules[0]!.tree)}\n`);

  assert(generic !== undefined && analysis !== undefined, 'a program that is not lowered has errors');
  if (options.stage === 'types') return artifact(printTypes(analysis));
  const typed = timer.run('specialise', () => specialise(generic, analysis, { generalOnly: false, forceExits: options.forceExits }));
  const passes = passesFor(typed);
  if (options.stage === 'ir') {
    timer.run('passes', () => passes(typed.functions));
    return artifact(typed.functions.map(printFunction).join('\n'));
  }
  if (options.stage === 'c') {
    timer.run('passes', () => passes(typed.functions));
    const { printProgram } = await import('../backend/c/print-program.js');
    return artifact(timer.run('emit', () => printProgram(typed, { debug: options.debug })));
  }

  const target = chooseTarget(options);
  prepareTarget(target);
  const emission = startEmission(loadIrBuilder(), typed, emitOptions(target, options, node), mayDivide(options, target));
  // The back end works on a unit while the next one is emitted.
  const jobs = emission.units.map((unit) => {
    timer.run('passes', () => passes([...unit.functions, ...unit.inlined]));
    const bitcode = timer.run('emit', () => emission.emit(unit));
    return optimise(bitcode, unit, target, options, timer);
  });
  const outputs = await Promise.all(jobs);
  if (options.stage === 'obj') return artifact(timer.run('link', () => joinObjects(outputs, target)));
  if (node !== undefined) {
    const content = timer.run('link', () => linkNodeModule(outputs, target, options));
    return { ...artifact(content), companions: (stem) => companionsOf(node, stem), exports: node.exports.map(({ name }) => name) };
  }
  if (options.stage !== 'executable') return artifact(outputs[0]!);
  return artifact(timer.run('link', () => link(outputs, target, options)));
}

function stopIfFailed(problems: Diagnostics): void {
  if (problems.failed) throw new CompilationFailed();
}

/** One module where people want to read it. */
function mayDivide({ stage, level }: CompileOptions, target: Target): boolean {
  return ['executable', 'obj', 'node'].includes(stage) && level > 0 && makesExecutables(target);
}

function emitOptions(target: Target, options: CompileOptions, node?: NodeModule): EmitOptions {
  const { triple, format } = target;
  const signatures = node && signatureText(node);
  const { levels = [], ...base } = chooseCpu(target, options.cpu, options.features);
  const debug = options.debug && format === 'elf';
  const cpu = options.runtime === 'release' ? cpuNeeds(target, [base, ...levels]) : [];
  return { triple, dataLayout: loadBackend().dataLayout(triple), verify: process.env.TAURARO_VERIFY === '1', debug, debuggerScript: debug ? debuggerScript() : undefined, signatures, cpu };
}
