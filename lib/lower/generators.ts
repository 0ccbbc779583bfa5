/** `yield`, `yield from` and `await`. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { newBlock } from '../ir/function.js';
import type { HelperName } from '../ir/helpers.js';
import type { Await, Yield, YieldFrom } from '../syntax/ast.js';
import {
  continueIn,
  emit,
  emitNone,
  enterBlock,
  jump,
  newTemporary,
  readVariable,
  terminate,
  writeVariable,
  type FunctionContext,
} from './context.js';
import { lowerExpression } from './expressions.js';

export function lowerYield(ctx: FunctionContext, node: Yield): ValueId {
  const value = node.value === null ? emitNone(ctx, node.span) : lowerExpression(ctx, node.value);
  return emitYield(ctx, node.span, value);
}

/** In an asynchronous generator the value is wrapped: what it awaits suspends it, too. */
export function emitYield(ctx: FunctionContext, span: Span, value: ValueId): ValueId {
  if (ctx.fn.async === undefined) return emit(ctx, span, { kind: 'Yield', value });
  return emit(ctx, span, { kind: 'Yield', value: emit(ctx, span, { kind: 'CallHelper', helper: 'async-yield', args: [value] }) });
}

export function lowerYieldFrom(ctx: FunctionContext, node: YieldFrom): ValueId {
  const iterable = lowerExpression(ctx, node.value);
  if (ctx.module.program.hasCoroutines) return awaitHelper(ctx, node.span, 'delegate-iterator', [iterable]);
  return delegate(ctx, node.span, emit(ctx, node.span, { kind: 'GetIter', iterable }));
}

export function lowerAwait(ctx: FunctionContext, node: Await): ValueId {
  return awaitHelper(ctx, node.span, 'await-iterator', [lowerExpression(ctx, node.value)]);
}

/** Awaits the iterator that a helper gives. */
export function awaitHelper(ctx: FunctionContext, span: Span, helper: HelperName, args: readonly ValueId[]): ValueId {
  return delegate(ctx, span, emit(ctx, span, { kind: 'CallHelper', helper, args }));
}

/** Hands on what the delegate yields and what is sent, until it ends. `throw` goes through to it in the runtime. */
function delegate(ctx: FunctionContext, span: Span, iterator: ValueId): ValueId {
  const sent = newTemporary(ctx);
  const head = newBlock(ctx.fn);
  const body = newBlock(ctx.fn);
  const end = newBlock(ctx.fn);
  writeVariable(ctx, sent, emitNone(ctx, span));
  jump(ctx, head);
  continueIn(ctx, head);
  const value = emit(ctx, span, { kind: 'DelegateNext', iterator, sent: readVariable(ctx, sent) });
  const condition = emit(ctx, span, { kind: 'HasValue', value });
  terminate(ctx, { kind: 'Branch', condition, then: body.id, else: end.id });
  enterBlock(ctx, body);
  writeVariable(ctx, sent, emit(ctx, span, { kind: 'Yield', value }));
  jump(ctx, head);
  ctx.ssa.seal(head.id);
  enterBlock(ctx, end);
  return emit(ctx, span, { kind: 'DelegateResult' });
}
