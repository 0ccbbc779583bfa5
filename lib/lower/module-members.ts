/** Members of modules that a program doesn't have in its own files: ours, those that only CPython has, and those that nobody has. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import type { Attribute } from '../syntax/ast.js';
import { cpythonMembers } from '../builtins/cpython-members.js';
import { emit, emitNone, type FunctionContext, type ModuleContext } from './context.js';
import { cpythonModules } from './known-names.js';
import { unsupported } from './unsupported.js';

/** What modules of the runtime don't know of themselves. */
const unknownToRuntime: ReadonlySet<string> = new Set('__package__ __loader__ __spec__ __file__ __cached__ __path__'.split(' '));

/** Does CPython's module have a name that ours lacks? One that neither has is missing while the program runs, as in CPython. */
export function isLacking({ program }: ModuleContext, module: string, name: string): boolean {
  const own = program.modules.get(module);
  if (own === undefined && unknownToRuntime.has(name)) return true;
  if (own !== undefined && own.parsed.isStandard !== true) return false;
  return cpythonMembers.get(module)?.has(name) ?? own === undefined;
}

export function refuseMember(ctx: FunctionContext, module: string, name: string, span: Span): ValueId {
  unsupported(ctx.module, 'E907', span, `'${module}.${name}'`);
  return emitNone(ctx, span);
}

/** `module.name` of a module of the runtime. */
export function lowerMember(ctx: FunctionContext, module: string, name: string, span: Span): ValueId {
  if (isMember(ctx, module, name)) return emit(ctx, span, { kind: 'LoadModuleMember', module, name });
  if (isLacking(ctx.module, module, name)) return refuseMember(ctx, module, name, span);
  return emit(ctx, span, { kind: 'GetAttr', object: emit(ctx, span, { kind: 'ImportModule', name: module }), name });
}

export function isMember(ctx: FunctionContext, module: string, name: string): boolean {
  return ctx.module.program.known.modules.get(module)?.has(name) === true;
}

/** The module whose `import *` would have bound the name if our module had it. */
export function starThatLacks({ module }: FunctionContext, name: string): string | null {
  for (const node of module.scopes.starNames.keys()) {
    if (node.kind !== 'ImportFrom' || node.level > 0 || name.startsWith('_') || !cpythonModules.has(node.module!.split('.')[0]!)) continue;
    if (isLacking(module, node.module!, name)) return node.module;
  }
  return null;
}

/** What there is of code objects in CPython only: a program that looks whether it is there must not find it missing. */
const insideOfCode: ReadonlySet<string> = new Set(
  'co_code co_consts co_lines co_lnotab co_positions co_linetable co_exceptiontable co_stacksize'.split(' '),
);

export function refuseInsideOfCode(ctx: FunctionContext, { value, attr, span }: Attribute): void {
  if (insideOfCode.has(attr) && value.kind === 'Attribute' && value.attr === '__code__')
    unsupported(ctx.module, 'E907', span, `'${attr}' of code objects`);
}
