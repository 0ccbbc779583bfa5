/** From the modules' trees to the generic IR of the whole program. */
import type { Diagnostics } from '../base/diagnostic.js';
import type { Scopes, Variable } from '../analysis/scopes.js';
import { builtinNames, moduleMembers } from '../builtins/names.generated.js';
import type { IrModule, IrProgram } from '../ir/function.js';
import type { KnownNames, ModuleContext, ParsedModule, ProgramContext } from './context.js';
import { docstringOf } from './docstrings.js';
import { lowerModuleBody } from './functions.js';
import { describeGlobals, shareExports, shareNames } from './globals.js';
import { definesFinalizer, hasFinalizers } from './lifetimes.js';
import { scopesOfModules } from './star-imports.js';
import { modulesNeeded, removeUnreadImports } from './unread-imports.js';

export type { ParsedModule } from './context.js';

const generatedNames: KnownNames = {
  builtins: builtinNames,
  modules: new Map([...moduleMembers].map(([module, members]) => [module, new Set(members.keys())])),
};

/** `modules`: the entry module first. `exported`: names of the entry module that are read from outside the program. */
export function lowerProgram(
  modules: readonly ParsedModule[],
  problems: Diagnostics,
  known: KnownNames = generatedNames,
  exported: readonly string[] = [],
): IrProgram {
  const contexts = new Map<string, ModuleContext>();
  const readsTypeParameters = modules.some((parsed) => !parsed.isStandard && /__(type_params|bound|constraints)__/.test(parsed.source.text));
  const readsAnnotations = modules.some((parsed) => parsed.source.text.includes('__annotations__'));
  const program: ProgramContext = {
    problems,
    known,
    modules: contexts,
    functions: [],
    classes: [],
    symbols: new Map(),
    hasClassHooks: false,
    abstractMethods: new Map(),
    setsAttributes: false,
    hasFinalizers: modules.some(({ name, isStandard, tree }) => name === 'weakref' || (isStandard === true ? tree.body.some(definesFinalizer) : hasFinalizers(tree.body))),
    readsAnnotations,
    readsTypeParameters,
    hasCoroutines: modules.some((parsed) => parsed.isStandard !== true && /\bcoroutine\b|\basync\s+def\b/.test(parsed.source.text)),
    setsClasses: modules.some((parsed) => parsed.isStandard !== true && /\.__class__\s*=[^=]|['"]__class__['"]/.test(parsed.source.text)),
    listsClasses: modules.some(({ isStandard, source }) => isStandard !== true && /\b(dir|vars)\b|__dict__|metaclass|__prepare__|__firstlineno__|__static_attributes__/.test(source.text)),
    listsBases: modules.some(({ isStandard, source }) => isStandard !== true && /\bmro\b|__mro__|__bases__|__orig_bases__|\bgetmro\b/.test(source.text)),
    preparesClasses: modules.some((parsed) => parsed.name !== '_enum_members' && /__prepare__|__mro_entries__/.test(parsed.source.text)),
    pending: [],
  };
  const scopes = scopesOfModules(modules, known, { readsAnnotations, readsTypeParameters });
  for (const parsed of modules) contexts.set(parsed.name, newModuleContext(program, parsed, scopes.get(parsed.name)!));
  shareNames(program);
  shareExports(contexts.get(modules[0]!.name)!, exported);
  describeGlobals(program);
  const lowered: IrModule[] = [];
  for (const module of contexts.values()) {
    const body = lowerModuleBody(module, module.parsed.tree.body);
    lowered.push({ name: module.parsed.name, isStandard: module.parsed.isStandard === true, source: module.parsed.source, body, globals: module.globals });
  }
  for (let next = program.pending.shift(); next !== undefined; next = program.pending.shift()) next();
  removeUnreadImports(program);
  const needed = modulesNeeded(program);
  const functions = program.functions.filter((fn) => fn.kind !== 'module' || needed(fn.module));
  return { modules: lowered.filter(({ name }) => needed(name)), functions, classes: program.classes };
}

function newModuleContext(program: ProgramContext, parsed: ParsedModule, scopes: Scopes): ModuleContext {
  return {
    program,
    parsed,
    scopes,
    docstring: docstringOf(parsed.tree.body),
    globals: new Map(),
    aliases: new Map(),
    harmless: new Map<Variable, string>(),
    typingNames: new Map<Variable, string>(),
  };
}
