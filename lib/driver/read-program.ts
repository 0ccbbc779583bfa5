/** From files to the generic IR: parsing, and lowering where that is asked for. */
import type { Diagnostics } from '../base/diagnostic.js';
import type { IrProgram } from '../ir/function.js';
import { lowerProgram, type ParsedModule } from '../lower/program.js';
import { asksForRealModule } from '../lower/typing.js';
import { exportsOf, type NodeModule } from '../node-api/exports.js';
import { withLateRefusals } from './late-refusals.js';
import { loadModules, type Footprint } from './modules.js';
import { moduleName } from './node-files.js';
import type { CompileOptions } from './options.js';
import type { PhaseTimer } from './phase-timer.js';

export interface FrontEnd {
  readonly modules: readonly ParsedModule[];
  readonly footprint: Footprint;
  readonly node: NodeModule | undefined;
  readonly generic: IrProgram | undefined;
}

/** Parses and lowers. Modules for annotations become real only where the program uses them for more. */
export function readProgram(entry: string, options: CompileOptions, problems: Diagnostics, timer: PhaseTimer): FrontEnd {
  const first = readOnce(entry, options, problems, timer, false);
  if (!problems.list.some(asksForRealModule)) return first;
  problems.list.length = 0;
  return readOnce(entry, options, problems, timer, true);
}

function readOnce(entry: string, options: CompileOptions, problems: Diagnostics, timer: PhaseTimer, withAnnotations: boolean): FrontEnd {
  const name = options.stage === 'node' ? moduleName(entry) : '__main__';
  const loaded = timer.run('parse', () => loadModules(entry, problems, name, withAnnotations, options.stage === 'node'));
  const { footprint } = loaded;
  const modules = options.lateRefusals === true ? withoutRefused(loaded.modules, problems) : loaded.modules;
  if (problems.failed || options.stage === 'ast') return { modules, footprint, node: undefined, generic: undefined };
  const node = options.stage === 'node' ? nodeModule(modules[0]!, options) : undefined;
  const exported = node?.exports.map((member) => member.name);
  const lower = (): IrProgram => (options.lateRefusals === true ? lowerWhatCan(modules, problems, withAnnotations) : lowerProgram(modules, problems, undefined, exported));
  const generic = timer.run('lower', lower);
  return { modules, footprint, node, generic };
}

function withoutRefused(modules: readonly ParsedModule[], problems: Diagnostics): readonly ParsedModule[] {
  const rest = withLateRefusals(modules, problems.list);
  if (problems.list.every(({ severity }) => severity !== 'error')) problems.list.length = 0;
  return rest;
}

/** Lowers again as long as replacing what was refused helps. */
function lowerWhatCan(modules: readonly ParsedModule[], problems: Diagnostics, withAnnotations: boolean): IrProgram {
  for (let rest = modules; ; ) {
    const program = lowerProgram(rest, problems);
    const refused = problems.list.filter((problem) => problem.severity === 'unsupported' && (withAnnotations || !asksForRealModule(problem)));
    const next = withLateRefusals(rest, refused);
    if (refused.length === 0 || next.every((module, i) => module === rest[i])) return program;
    problems.list.length = 0;
    rest = next;
  }
}

function nodeModule({ name, source, tree }: ParsedModule, { int = 'auto', background = [] }: CompileOptions): NodeModule {
  return exportsOf({ name }, tree, { int, background, text: source.text });
}
