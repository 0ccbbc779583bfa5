/** `exec`, `eval` and `compile` of known texts: a function with the names of the place, or of the dicts that are given. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import type { EmbeddedCode } from '../analysis/embedded-code.js';
import type { Scope } from '../analysis/scopes.js';
import type { Parameter } from '../ir/function.js';
import type { Call } from '../syntax/ast.js';
import { emit, emitBuiltin, emitConstant, emitNone, emitString, terminate, type FunctionContext, type ModuleContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { createFunction, queueBody } from './functions.js';
import { cellOf } from './names.js';
import { lowerBody } from './statements.js';
import { unsupported } from './unsupported.js';

/** null: the text is not known. */
export function lowerEmbedded(ctx: FunctionContext, node: Call): ValueId | null {
  const code = ctx.module.scopes.embedded.get(node);
  if (code === undefined) return null;
  if (code.problem !== null) return raiseProblem(ctx, code, node.span);
  const scope = ctx.module.scopes.byNode.get(node);
  // What compile gives is only handed on to exec or eval, which know the text.
  if (scope === undefined) return emitString(ctx, node.span, code.source.text);
  const args = code.namespaces.map((namespace, i) => {
    const args = [lowerExpression(ctx, namespace)];
    return emit(ctx, node.span, { kind: 'CallHelper', helper: i > 0 ? 'exec-locals' : 'exec-globals', args });
  });
  return emit(ctx, node.span, { kind: 'Call', callee: makeEmbedded(ctx, code, scope, node.span), args, keywords: [] });
}

function makeEmbedded(ctx: FunctionContext, code: EmbeddedCode, scope: Scope, span: Span): ValueId {
  const module: ModuleContext = { ...ctx.module, parsed: { ...ctx.module.parsed, source: code.source } };
  const names = ['.globals', '.locals'].slice(0, code.namespaces.length);
  const fn = createFunction(module, {
    name: '<module>',
    qualname: '<module>',
    span: scope.span,
    kind: 'function',
    async: undefined,
    parameters: names.map((name): Parameter => ({ name, kind: 'positional-only', hasDefault: false })),
    freeVariables: scope.freeVariables.map((variable) => variable.name),
    docstring: null,
  });
  queueBody(module, fn, scope, (inner) => {
    const [first] = code.body;
    if (code.mode === 'exec') lowerBody(inner, code.body);
    else if (first?.kind === 'Expr') terminate(inner, { kind: 'Return', value: lowerExpression(inner, first.value) });
  });
  const cells = scope.freeVariables.map((variable) => cellOf(ctx, variable, span));
  return emit(ctx, span, { kind: 'MakeFunction', function: fn, defaults: [], kwdefaultNames: [], kwdefaults: [], cells });
}

/** SyntaxError(message, (file, line, offset, text, end line, end offset)) */
function raiseProblem(ctx: FunctionContext, { problem, source, mode }: EmbeddedCode, span: Span): ValueId {
  const { code, message, severity, span: at } = problem!;
  if (severity === 'unsupported') {
    unsupported(ctx.module, 'E903', span, `a text with ${message}`);
    return emitNone(ctx, span);
  }
  const integer = (value: number): ValueId => emitConstant(ctx, span, { type: 'int', value: BigInt(value) });
  const start = source.characterPosition(at.start);
  const end = source.characterPosition(at.end);
  const place = [
    emitString(ctx, span, source.name),
    integer(start.line),
    integer(start.column + 1),
    emitString(ctx, span, source.lineText(start.line) + (mode === 'exec' ? '\n' : '')),
    integer(end.line),
    integer(end.column + 1),
  ];
  const details = emit(ctx, span, { kind: 'BuildTuple', items: place });
  const isIndentation = code === 'E104' || code === 'E105' || code === 'E106';
  const callee = emitBuiltin(ctx, span, isIndentation ? 'IndentationError' : 'SyntaxError');
  const exception = emit(ctx, span, { kind: 'Call', callee, args: [emitString(ctx, span, message), details], keywords: [] });
  emit(ctx, span, { kind: 'Raise', exception, cause: null });
  terminate(ctx, { kind: 'Unreachable' });
  return emitNone(ctx, span);
}
