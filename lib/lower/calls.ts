/** Calls: of values, of methods, with stars, and the few built-in functions that are special to the compiler. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { mangle, type Variable } from '../analysis/scopes.js';
import type { Attribute, Call, Expression, Keyword } from '../syntax/ast.js';
import { abstractMethods, isAbstract } from './abstract.js';
import { emit, emitBuiltin, emitNone, emitString, readVariable, terminate, type FunctionContext } from './context.js';
import { lowerConsumer, lowerJoin } from './consumed-generators.js';
import { isLong, lowerSequenceDisplay } from './displays.js';
import { lowerExpression } from './expressions.js';
import { lowerEmbedded } from './embedded-code.js';
import { lowerImportCall, lowerImporter } from './imports.js';
import { introspection, namespaceFunctions } from './known-names.js';
import { eitherOf, isSsa, loadName, loadVariable, meaningOf } from './names.js';
import { lowerNamespaceCall } from './namespaces.js';
import { attributeCallSpan } from './spans.js';
import { askForRealModule, lowerTypingCall } from './typing.js';
import { unsupported } from './unsupported.js';

/** `f(…)` with a plain name. */
export function lowerNamedCall(ctx: FunctionContext, node: Call): ValueId {
  if (node.func.kind !== 'Name') return lowerCallOf(ctx, node, lowerExpression(ctx, node.func));
  const name = node.func.id;
  const typing = lowerTypingCall(ctx, node);
  if (typing !== null) return typing;
  if (meaningOf(ctx, name) === null) {
    const consumer = lowerConsumer(ctx, node, name);
    if (consumer !== null) return consumer;
    if (namespaceFunctions.has(name) && node.args.length + node.keywords.length === 0) return lowerNamespaceCall(ctx, node, name);
    const embedded = lowerEmbedded(ctx, node);
    if (embedded !== null) return embedded;
    const imported = name === '__import__' ? lowerImportCall(ctx, node) : null;
    if (imported !== null) return imported;
    if (introspection.has(name)) {
      unsupported(ctx.module, 'E903', node.span, `built-in '${name}'`);
      return emitNone(ctx, node.span);
    }
    if (name === 'type' && node.args.length === 1 && isAbstract(ctx.module, ctx.scope, node.args[0]!)) askForRealModule(ctx, 'ABCMeta', node.span);
    if (name === 'super' && node.args.length === 0 && node.keywords.length === 0) return lowerSuper(ctx, node);
  }
  const imported = lowerImporter(ctx, node);
  if (imported !== null) return imported;
  const variable = meaningOf(ctx, name);
  const missing = variable === null ? [] : abstractMethods(ctx.module, variable);
  if (missing.length > 0) return refuseInstance(ctx, node, name, missing);
  return lowerCallOf(ctx, node, loadName(ctx, name, node.func.span));
}

/** Calling an abstract class: the arguments are evaluated, then TypeError is raised. */
function refuseInstance(ctx: FunctionContext, node: Call, name: string, missing: readonly string[]): ValueId {
  loadName(ctx, name, node.func.span);
  lowerArguments(ctx, {
    ...node,
    args: node.args.filter((arg) => arg.kind !== 'Starred'),
    keywords: node.keywords.filter((keyword) => keyword.arg !== null),
  });
  const methods = `abstract method${missing.length > 1 ? 's' : ''} ${missing.map((method) => `'${method}'`).join(', ')}`;
  return raiseText(ctx, node.span, 'TypeError', `Can't instantiate abstract class ${name} without an implementation for ${methods}`);
}

function raiseText(ctx: FunctionContext, span: Span, type: string, text: string): ValueId {
  const callee = emitBuiltin(ctx, span, type);
  const exception = emit(ctx, span, { kind: 'Call', callee, args: [emitString(ctx, span, text)], keywords: [] });
  emit(ctx, span, { kind: 'Raise', exception, cause: null });
  terminate(ctx, { kind: 'Unreachable' });
  return emitNone(ctx, span);
}

/** `super()` is `super(__class__, first argument)`. */
function lowerSuper(ctx: FunctionContext, node: Call): ValueId {
  const callee = emitBuiltin(ctx, node.func.span, 'super');
  const cell = ctx.scope.meaning.get('__class__');
  const first = ctx.frame.variables.values().next().value;
  if (!cell && first?.parameter === true && ctx.fn.parameters[0]?.kind.startsWith('positional') === true) {
    return raiseText(ctx, node.span, 'RuntimeError', 'super(): __class__ cell not found');
  }
  if (!cell || first?.parameter !== true || ctx.fn.parameters[0]?.kind.startsWith('positional') !== true) {
    return emit(ctx, node.span, { kind: 'Call', callee, args: [], keywords: [] });
  }
  const isAsked = /^[\s)]*\./.test(ctx.module.parsed.source.text.slice(node.span.end, node.span.end + 20));
  const self = first.deleted && !isAsked ? keptArgument(ctx, first, node.span) : loadVariable(ctx, first, node.span);
  const args = [loadVariable(ctx, cell, node.span), self];
  return emit(ctx, node.span, { kind: 'Call', callee, args, keywords: [] });
}

/** The first argument for a `super()` that is a value of its own: one that was deleted is super's error, where `super().name` reports the variable. */
function keptArgument(ctx: FunctionContext, first: Variable, span: Span): ValueId {
  const own = ctx.cells.get(first);
  const value = own === undefined || isSsa(ctx, first) ? readVariable(ctx, first.key) : emit(ctx, span, { kind: 'LoadCell', cell: own });
  if (ctx.producers.get(value)?.kind === 'Unbound') return raiseText(ctx, span, 'RuntimeError', deletedArgument);
  const bound = (): ValueId => emit(ctx, span, { kind: 'CheckBound', value, name: '', scope: 'local' });
  return eitherOf(ctx, emit(ctx, span, { kind: 'IsBound', value }), bound, () => raiseText(ctx, span, 'RuntimeError', deletedArgument));
}

const deletedArgument = 'super(): arg[0] deleted';

export function lowerCallOf(ctx: FunctionContext, node: Call, callee: ValueId): ValueId {
  if (hasStars(node.args, node.keywords) || isLong(node.args)) return lowerStarCall(ctx, node, callee);
  const { args, keywords } = lowerArguments(ctx, node);
  return emit(ctx, node.span, { kind: 'Call', callee, args, keywords });
}

export function lowerMethodCall(ctx: FunctionContext, node: Call, method: Attribute, object: ValueId): ValueId {
  const name = mangle(ctx.scope, method.attr);
  const span = attributeCallSpan(ctx, method, node.span);
  if (hasStars(node.args, node.keywords) || isLong(node.args)) {
    const callee = emit(ctx, attributeCallSpan(ctx, method, method.span), { kind: 'GetAttr', object, name });
    return lowerStarCall(ctx, node, callee);
  }
  const joined = lowerJoin(ctx, node, object, span);
  if (joined !== null) return joined;
  const isPlain = node.args.every((arg) => isSilent(ctx, arg)) && node.keywords.every(({ value }) => isSilent(ctx, value));
  const found = isPlain ? null : emit(ctx, attributeCallSpan(ctx, method, method.span), { kind: 'FindMethod', object, name });
  const { args, keywords } = lowerArguments(ctx, node);
  return emit(ctx, span, { kind: 'CallMethod', object, name, found, args, keywords });
}

/** May the expression be evaluated before or after something that raises, and nobody can tell? */
function isSilent(ctx: FunctionContext, node: Expression): boolean {
  switch (node.kind) {
    case 'Constant':
      return true;
    case 'Lambda':
      return node.args.defaults.length + node.args.kw_defaults.length === 0;
    case 'Name':
      return ctx.module.program.known.builtins.has(node.id) || ctx.scope.meaning.get(mangle(ctx.scope, node.id)) != null;
    case 'Tuple':
    case 'List':
      return node.elts.every((item) => isSilent(ctx, item));
    case 'UnaryOp':
      return node.operand.kind === 'Constant';
    default:
      return false;
  }
}

export function hasStars(args: readonly Expression[], keywords: readonly Keyword[]): boolean {
  return args.some((arg) => arg.kind === 'Starred') || keywords.some((keyword) => keyword.arg === null);
}

function lowerArguments(ctx: FunctionContext, node: Call): { args: ValueId[]; keywords: string[] } {
  const args = node.args.map((arg) => lowerExpression(ctx, arg));
  const keywords: string[] = [];
  for (const keyword of node.keywords) {
    args.push(lowerExpression(ctx, keyword.value));
    keywords.push(keyword.arg!);
  }
  return { args, keywords };
}

/** With `*` or `**`: a tuple and a dict are built, in source order. Errors of a star that is alone name the callee. */
function lowerStarCall(ctx: FunctionContext, node: Call, callee: ValueId): ValueId {
  const named = node.args.length === 1 ? callee : undefined;
  const args = lowerSequenceDisplay(ctx, { kind: 'Tuple', elts: node.args, span: node.span }, named);
  const kwargs = node.keywords.length === 0 ? null : lowerKeywordDict(ctx, node, callee);
  return emit(ctx, node.span, { kind: 'CallStar', callee, args, kwargs });
}

export function lowerKeywordDict(
  ctx: FunctionContext,
  node: { readonly keywords: readonly Keyword[]; readonly span: Span },
  callee: ValueId,
): ValueId {
  const container = emit(ctx, node.span, { kind: 'BuildDict', keys: [], values: [] });
  for (const keyword of node.keywords) {
    const value = lowerExpression(ctx, keyword.value);
    if (keyword.arg === null) {
      emit(ctx, node.span, { kind: 'DictMerge', container, item: value, callee });
    } else {
      // The parser has seen to it that plain keywords don't repeat; after `**` one may, and DictMerge says so.
      const key = emitString(ctx, node.span, keyword.arg);
      const pair = emit(ctx, node.span, { kind: 'BuildDict', keys: [key], values: [value] });
      emit(ctx, node.span, { kind: 'DictMerge', container, item: pair, callee });
    }
  }
  return container;
}
