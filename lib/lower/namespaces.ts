/** Names of modules, in cells or in the dict that `globals()` gives; and what `locals()`, `vars()` and `dir()` show. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { isNamespaceCall, namespaceTarget } from '../analysis/namespace-uses.js';
import type { Scope, Variable } from '../analysis/scopes.js';
import { newBlock } from '../ir/function.js';
import type { Call, Subscript } from '../syntax/ast.js';
import { emit, emitBuiltin, emitString, enterBlock, jump, readVariable, terminate, type FunctionContext } from './context.js';
import { cellOf, isGlobal, isSsa } from './names.js';

export interface GlobalName {
  readonly module: string;
  readonly name: string;
}

/** Do the module's names live in its dict? */
export function isHeld(ctx: FunctionContext, module: string): boolean {
  return ctx.module.program.modules.get(module)?.scopes.namespaceUse === 'held';
}

export function namespaceOf(ctx: FunctionContext, module: string, span: Span): ValueId {
  return emit(ctx, span, { kind: 'ModuleNamespace', module });
}

export function emitLoadGlobal(ctx: FunctionContext, global: GlobalName & { readonly builtin: boolean; readonly by?: 'import' | 'attribute' }, span: Span): ValueId {
  if (!isHeld(ctx, global.module)) return emit(ctx, span, { kind: 'LoadGlobal', by: null, ...global });
  const args = [namespaceOf(ctx, global.module, span), emitString(ctx, span, global.name)];
  if (!global.builtin) return emit(ctx, span, { kind: 'CallHelper', helper: 'namespace-get', args });
  return emit(ctx, span, { kind: 'CallHelper', helper: 'namespace-get-or', args: [...args, emitBuiltin(ctx, span, global.name)] });
}

export function emitStoreGlobal(ctx: FunctionContext, { module, name }: GlobalName, value: ValueId, span: Span): void {
  if (!isHeld(ctx, module)) emit(ctx, span, { kind: 'StoreGlobal', module, name, value });
  else emit(ctx, span, { kind: 'DictSet', container: namespaceOf(ctx, module, span), key: emitString(ctx, span, name), value });
}

export function emitDeleteGlobal(ctx: FunctionContext, { module, name }: GlobalName, span: Span): void {
  if (!isHeld(ctx, module)) emit(ctx, span, { kind: 'DeleteGlobal', module, name });
  else emit(ctx, span, { kind: 'CallHelper', helper: 'namespace-delete', args: [namespaceOf(ctx, module, span), emitString(ctx, span, name)] });
}

/** `globals()['name']` as a target. */
export function namespaceItem(ctx: FunctionContext, target: Subscript): GlobalName | null {
  const name = namespaceTarget(target);
  return name === null ? null : { module: ctx.module.parsed.name, name };
}

/** `globals()`, `locals()`, `vars()`, `dir()`. */
export function lowerNamespaceCall(ctx: FunctionContext, node: Call, name: string): ValueId {
  const { span } = node;
  const isTopLevel = ctx.frame.kind === 'module' && ctx.scope.kind !== 'class';
  const dict = isTopLevel || isNamespaceCall(node, false) ? namespaceOf(ctx, ctx.module.parsed.name, span) : localNamespace(ctx, span);
  if (name !== 'dir') return dict;
  return emit(ctx, span, { kind: 'Call', callee: emitBuiltin(ctx, span, 'sorted'), args: [dict], keywords: [] });
}

function localNamespace(ctx: FunctionContext, span: Span): ValueId {
  const own = ctx.namespaces.get(ctx.scope);
  if (own !== undefined) return own;
  const dict = emit(ctx, span, { kind: 'BuildDict', keys: [], values: [] });
  for (const variable of visibleVariables(ctx)) {
    const value = isSsa(ctx, variable)
      ? readVariable(ctx, variable.key)
      : emit(ctx, span, { kind: 'LoadCell', cell: cellOf(ctx, variable, span) });
    addIfBound(ctx, dict, variable.name, value, span);
  }
  return dict;
}

/** The variables of the function, with those of the comprehensions around this place, and those it has from outside. */
function visibleVariables(ctx: FunctionContext): Variable[] {
  const scopes: Scope[] = [];
  for (let scope: Scope | null = ctx.scope; scope !== null && scope.frame === ctx.frame; scope = scope.parent) {
    if (scope.kind === 'function' || scope.kind === 'comprehension') scopes.unshift(scope);
  }
  const own = scopes.flatMap((scope) => [...scope.variables.values()]);
  return [...own, ...ctx.frame.freeVariables].filter((variable) => !variable.name.startsWith('.') && !isGlobal(variable));
}

function addIfBound(ctx: FunctionContext, container: ValueId, name: string, value: ValueId, span: Span): void {
  const condition = emit(ctx, span, { kind: 'IsBound', value });
  const bound = newBlock(ctx.fn);
  const next = newBlock(ctx.fn);
  terminate(ctx, { kind: 'Branch', condition, then: bound.id, else: next.id });
  enterBlock(ctx, bound);
  const checked = emit(ctx, span, { kind: 'CheckBound', value, name, scope: 'local' });
  emit(ctx, span, { kind: 'DictSet', container, key: emitString(ctx, span, name), value: checked });
  jump(ctx, next);
  enterBlock(ctx, next);
}
