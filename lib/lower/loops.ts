/** `while`, `for` and `async for`, with `else`. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { newBlock, type Block } from '../ir/function.js';
import type { AsyncFor, Expression, For, Statement, While } from '../syntax/ast.js';
import { lowerTarget } from './assignments.js';
import { lowerBranches } from './conditions.js';
import { continueIn, emit, emitBuiltin, enterBlock, jump, terminate, type FunctionContext } from './context.js';
import { enterHandler, raiseAgain, within } from './exceptions.js';
import { lowerExpression } from './expressions.js';
import { awaitHelper } from './generators.js';
import { keepIterator } from './lifetimes.js';
import { lowerBody } from './statements.js';

interface LoopBlocks {
  readonly head: Block;
  readonly body: Block;
  /** Where the loop goes when it ends by itself: to its `else`. */
  readonly exhausted: Block;
  readonly end: Block;
}

function openLoop(ctx: FunctionContext): LoopBlocks {
  const blocks = { head: newBlock(ctx.fn), body: newBlock(ctx.fn), exhausted: newBlock(ctx.fn), end: newBlock(ctx.fn) };
  jump(ctx, blocks.head);
  continueIn(ctx, blocks.head);
  return blocks;
}

export function lowerWhile(ctx: FunctionContext, node: While): void {
  const loop = openLoop(ctx);
  lowerBranches(ctx, node.test, loop.body, loop.exhausted);
  enterBlock(ctx, loop.body);
  finishLoop(ctx, node, loop, null);
}

export function lowerFor(ctx: FunctionContext, node: For | AsyncFor): void {
  const { span } = node.iter;
  const isAsync = node.kind === 'AsyncFor';
  const iterator = lowerIterator(ctx, { iter: node.iter, is_async: isAsync }, lowerExpression(ctx, node.iter));
  const loop = openLoop(ctx);
  const item = lowerNext(ctx, { iterator, isAsync, span: isAsync ? node.span : span }, loop.body, loop.exhausted);
  lowerTarget(ctx, node.target, item);
  finishLoop(ctx, node, loop, iterator);
  keepIterator(ctx, iterator, span);
}

/** What a loop takes its items from. */
export function lowerIterator(ctx: FunctionContext, loop: { iter: Expression; is_async: boolean }, iterable: ValueId): ValueId {
  const { span } = loop.iter;
  if (loop.is_async) return emit(ctx, span, { kind: 'CallHelper', helper: 'async-iter', args: [iterable] });
  return emit(ctx, span, { kind: 'GetIter', iterable });
}

/** Takes the next item (with the span of the whole loop if that is awaited, as in CPython) and enters `body` with it; goes to `exhausted` when there is none. */
export function lowerNext(
  ctx: FunctionContext,
  { iterator, isAsync, span }: { readonly iterator: ValueId; readonly isAsync: boolean; readonly span: Span },
  body: Block,
  exhausted: Block,
): ValueId {
  if (isAsync) return lowerAsyncNext(ctx, iterator, span, body, exhausted);
  const item = emit(ctx, span, { kind: 'Next', iterator });
  const condition = emit(ctx, span, { kind: 'HasValue', value: item });
  terminate(ctx, { kind: 'Branch', condition, then: body.id, else: exhausted.id });
  enterBlock(ctx, body);
  return item;
}

/** The end is a StopAsyncIteration that comes out of the await. */
function lowerAsyncNext(ctx: FunctionContext, iterator: ValueId, span: Span, body: Block, exhausted: Block): ValueId {
  const handler = newBlock(ctx.fn);
  let item: ValueId | undefined;
  within(ctx, null, handler, () => void (item = awaitHelper(ctx, span, 'async-next', [iterator])));
  jump(ctx, body);
  enterBlock(ctx, handler);
  const { previous, exception } = enterHandler(ctx, span);
  const type = emitBuiltin(ctx, span, 'StopAsyncIteration');
  const condition = emit(ctx, span, { kind: 'MatchException', exception, type });
  const end = newBlock(ctx.fn);
  const other = newBlock(ctx.fn);
  terminate(ctx, { kind: 'Branch', condition, then: end.id, else: other.id });
  enterBlock(ctx, end);
  emit(ctx, span, { kind: 'LeaveHandler', previous });
  jump(ctx, exhausted);
  enterBlock(ctx, other);
  raiseAgain(ctx, exception, previous, span);
  enterBlock(ctx, body);
  return item!;
}

function finishLoop(
  ctx: FunctionContext,
  node: { body: readonly Statement[]; orelse: readonly Statement[]; span: Span },
  loop: LoopBlocks,
  iterator: ValueId | null,
): void {
  const { enclosure: outer, handler: outerHandler } = ctx;
  const { span } = node;
  ctx.enclosure = { kind: 'loop', breakTarget: loop.end, continueTarget: loop.head, iterator, span, outer, outerHandler };
  lowerBody(ctx, node.body);
  ctx.enclosure = outer;
  jump(ctx, loop.head);
  ctx.ssa.seal(loop.head.id);
  enterBlock(ctx, loop.exhausted);
  lowerBody(ctx, node.orelse);
  jump(ctx, loop.end);
  enterBlock(ctx, loop.end);
}
