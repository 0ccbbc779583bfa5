/** `yield` and `yield from`. */
import type { ValueId } from '../base/ids.js';
import { newBlock } from '../ir/function.js';
import type { Yield, YieldFrom } from '../syntax/ast.js';
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
  return emit(ctx, node.span, { kind: 'Yield', value });
}

/** Hands on what the delegate yields and what is sent, until it ends. `throw` goes through to it in the runtime. */
export function lowerYieldFrom(ctx: FunctionContext, node: YieldFrom): ValueId {
  const iterator = emit(ctx, node.span, { kind: 'GetIter', iterable: lowerExpression(ctx, node.value) });
  const sent = newTemporary(ctx);
  const head = newBlock(ctx.fn);
  const body = newBlock(ctx.fn);
  const end = newBlock(ctx.fn);
  writeVariable(ctx, sent, emitNone(ctx, node.span));
  jump(ctx, head);
  continueIn(ctx, head);
  const value = emit(ctx, node.span, { kind: 'DelegateNext', iterator, sent: readVariable(ctx, sent) });
  const condition = emit(ctx, node.span, { kind: 'HasValue', value });
  terminate(ctx, { kind: 'Branch', condition, then: body.id, else: end.id });
  enterBlock(ctx, body);
  writeVariable(ctx, sent, emit(ctx, node.span, { kind: 'Yield', value }));
  jump(ctx, head);
  ctx.ssa.seal(head.id);
  enterBlock(ctx, end);
  return emit(ctx, node.span, { kind: 'DelegateResult' });
}
