/** Type parameters and `type` statements. The objects are made where the program can see them; bounds and values are computed when asked for. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import type { Scope } from '../analysis/scopes.js';
import type { AsyncFunctionDef, ClassDef, Expression, FunctionDef, Node, TypeAlias, TypeParameter } from '../syntax/ast.js';
import { emit, emitConstant, emitNone, emitString, terminate, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { createFunction, queueBody } from './functions.js';
import { cellOf, makeCells, storeName, storeVariable } from './names.js';

const kindNumbers = { TypeVar: 0n, ParamSpec: 1n, TypeVarTuple: 2n } as const;

/** The objects of a definition's type parameters, as a tuple; null where nothing can see them. */
export function lowerTypeParameters(ctx: FunctionContext, node: FunctionDef | AsyncFunctionDef | ClassDef | TypeAlias): ValueId | null {
  const scope = ctx.module.scopes.typeParameters.get(node);
  if (scope === undefined) return null;
  const isSeen = node.kind === 'TypeAlias' || ctx.module.program.readsTypeParameters;
  if (!isSeen && ![...scope.variables.values()].some((variable) => variable.bindings > 0)) return null;
  makeCells(ctx, scope);
  const items = node.type_params.map((parameter) => {
    const value = lowerParameter(ctx, parameter);
    storeVariable(ctx, scope.variables.get(parameter.name)!, value, parameter.span);
    return value;
  });
  return emit(ctx, node.span, { kind: 'BuildTuple', items });
}

function lowerParameter(ctx: FunctionContext, parameter: TypeParameter): ValueId {
  const { span, name } = parameter;
  const scope = ctx.module.scopes.byNode.get(parameter);
  const bound = parameter.kind === 'TypeVar' ? parameter.bound : null;
  const thunk = scope === undefined || bound === null ? emitNone(ctx, span) : makeThunk(ctx, scope, name, bound);
  const kind = emitConstant(ctx, span, { type: 'int', value: kindNumbers[parameter.kind] });
  return emit(ctx, span, { kind: 'CallHelper', helper: 'type-parameter', args: [kind, emitString(ctx, span, name), thunk] });
}

/** A function without parameters that gives the value of an expression. */
function makeThunk(ctx: FunctionContext, scope: Scope, name: string, body: Expression): ValueId {
  const { span } = body;
  const fn = createFunction(ctx.module, {
    name,
    qualname: name,
    span,
    kind: 'function',
    async: undefined,
    parameters: [],
    freeVariables: scope.freeVariables.map((variable) => variable.name),
    docstring: null,
  });
  queueBody(ctx.module, fn, scope, (inner) => terminate(inner, { kind: 'Return', value: lowerExpression(inner, body) }));
  const cells = scope.freeVariables.map((variable) => cellOf(ctx, variable, span));
  return emit(ctx, span, { kind: 'MakeFunction', function: fn, defaults: [], kwdefaultNames: [], kwdefaults: [], cells });
}

export function lowerTypeAlias(ctx: FunctionContext, node: TypeAlias): void {
  const { span } = node;
  const parameters = within(ctx, node, () => lowerTypeParameters(ctx, node)) ?? emit(ctx, span, { kind: 'BuildTuple', items: [] });
  const thunk = makeThunk(ctx, ctx.module.scopes.byNode.get(node)!, node.name.id, node.value);
  const args = [emitString(ctx, span, node.name.id), thunk, parameters];
  storeName(ctx, node.name.id, emit(ctx, span, { kind: 'CallHelper', helper: 'type-alias', args }), span);
}

/** In the scope of the type parameters of a node. */
export function within<T>(ctx: FunctionContext, node: Node & { readonly span: Span }, lower: () => T): T {
  const outer = ctx.scope;
  ctx.scope = ctx.module.scopes.typeParameters.get(node) ?? outer;
  const result = lower();
  ctx.scope = outer;
  return result;
}
