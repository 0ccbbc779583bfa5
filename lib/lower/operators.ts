/** Unary operators, comparisons, and `and`, `or` as values. */
import type { ValueId } from '../base/ids.js';
import { newBlock } from '../ir/function.js';
import type { BoolOp, Compare, UnaryOp } from '../syntax/ast.js';
import {
  emit,
  emitConstant,
  enterBlock,
  jump,
  newTemporary,
  readVariable,
  terminate,
  writeVariable,
  type FunctionContext,
} from './context.js';
import { lowerExpression } from './expressions.js';

/** Negative literals are constants. */
export function lowerUnary(ctx: FunctionContext, node: UnaryOp): ValueId {
  const { operand } = node;
  if (node.op === 'USub' && operand.kind === 'Constant') {
    const { value } = operand;
    if (value.type === 'int') return emitConstant(ctx, node.span, { type: 'int', value: -value.value });
    if (value.type === 'float') return emitConstant(ctx, node.span, { type: 'float', value: -value.value });
  }
  return emit(ctx, node.span, { kind: 'Unary', op: node.op, operand: lowerExpression(ctx, operand) });
}

/** `a < b < c`: each operand is evaluated once, and none after the first comparison that fails. */
export function lowerComparison(ctx: FunctionContext, node: Compare): ValueId {
  let left = lowerExpression(ctx, node.left);
  const result = newTemporary(ctx);
  const end = newBlock(ctx.fn);
  for (const [i, op] of node.ops.entries()) {
    const right = lowerExpression(ctx, node.comparators[i]!);
    const value = emit(ctx, node.span, { kind: 'Compare', op, left, right });
    if (node.ops.length === 1) {
      ctx.fn.blocks.delete(end.id);
      return value;
    }
    writeVariable(ctx, result, value);
    left = right;
    if (i < node.ops.length - 1) branchOnTruth(ctx, node, value, end, 'and');
  }
  jump(ctx, end);
  enterBlock(ctx, end);
  return readVariable(ctx, result);
}

export function lowerBoolean(ctx: FunctionContext, node: BoolOp): ValueId {
  const result = newTemporary(ctx);
  const end = newBlock(ctx.fn);
  node.values.forEach((operand, i) => {
    const value = lowerExpression(ctx, operand);
    writeVariable(ctx, result, value);
    if (i < node.values.length - 1) branchOnTruth(ctx, node, value, end, node.op === 'And' ? 'and' : 'or');
  });
  jump(ctx, end);
  enterBlock(ctx, end);
  return readVariable(ctx, result);
}

/** To `end` if the value decides the whole, else on. */
function branchOnTruth(
  ctx: FunctionContext,
  node: { span: { start: number; end: number } },
  value: ValueId,
  end: { id: number },
  op: 'and' | 'or',
): void {
  const condition = emit(ctx, node.span, { kind: 'Truth', operand: value });
  const next = newBlock(ctx.fn);
  const target = end.id as typeof next.id;
  if (op === 'and') terminate(ctx, { kind: 'Branch', condition, then: next.id, else: target });
  else terminate(ctx, { kind: 'Branch', condition, then: target, else: next.id });
  enterBlock(ctx, next);
}
