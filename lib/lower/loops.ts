/** `while` and `for`, with `else`. */
import type { ValueId } from '../base/ids.js';
import { newBlock, type Block } from '../ir/function.js';
import type { For, Statement, While } from '../syntax/ast.js';
import { lowerTarget } from './assignments.js';
import { lowerBranches } from './conditions.js';
import { continueIn, emit, enterBlock, jump, terminate, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
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
  finishLoop(ctx, node, loop);
}

export function lowerFor(ctx: FunctionContext, node: For): void {
  const { span } = node.iter;
  const iterator: ValueId = emit(ctx, span, { kind: 'GetIter', iterable: lowerExpression(ctx, node.iter) });
  const loop = openLoop(ctx);
  const item = emit(ctx, span, { kind: 'Next', iterator });
  const condition = emit(ctx, span, { kind: 'HasValue', value: item });
  terminate(ctx, { kind: 'Branch', condition, then: loop.body.id, else: loop.exhausted.id });
  enterBlock(ctx, loop.body);
  lowerTarget(ctx, node.target, item);
  finishLoop(ctx, node, loop);
}

function finishLoop(
  ctx: FunctionContext,
  node: { body: readonly Statement[]; orelse: readonly Statement[] },
  loop: LoopBlocks,
): void {
  const outer = ctx.enclosure;
  ctx.enclosure = { kind: 'loop', breakTarget: loop.end, continueTarget: loop.head, outer, outerHandler: ctx.handler };
  lowerBody(ctx, node.body);
  ctx.enclosure = outer;
  jump(ctx, loop.head);
  ctx.ssa.seal(loop.head.id);
  enterBlock(ctx, loop.exhausted);
  lowerBody(ctx, node.orelse);
  jump(ctx, loop.end);
  enterBlock(ctx, loop.end);
}
