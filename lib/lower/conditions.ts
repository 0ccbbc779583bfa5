/**
 * Tests as branches: `and`, `or`, `not`, comparisons and constants make control flow and no value.
 *
 * What a branch shows of a local variable is written down: `Refine` gives the variable a new value on that way.
 */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { newBlock, type Block } from '../ir/function.js';
import type { Fact } from '../ir/generic.js';
import type { Call, Compare, ComparisonOperator, Expression } from '../syntax/ast.js';
import { emit, enterBlock, jump, readVariable, terminate, writeVariable, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { isSsa, meaningOf, moduleAttribute } from './names.js';

/** A fact about the value of a variable; `then`/`else`: on that way only (null: nothing is known there). */
interface Refinement {
  readonly key: string;
  readonly value: ValueId;
  readonly then: Fact | null;
  readonly else: Fact | null;
}

/** What a test certainly gives, as far as it can be read off. */
export function constantTruth(ctx: FunctionContext, node: Expression): boolean | undefined {
  if (node.kind === 'Constant') {
    const { value } = node;
    if (value.type === 'bool') return value.value;
    if (value.type === 'int') return value.value !== 0n;
    if (value.type === 'str') return value.value !== '';
    return value.type === 'None' ? false : undefined;
  }
  if (node.kind === 'UnaryOp' && node.op === 'Not') {
    const operand = constantTruth(ctx, node.operand);
    return operand === undefined ? undefined : !operand;
  }
  if (node.kind === 'Name' && node.id === '__debug__') return true;
  if (isTypeChecking(node)) return false;
  return node.kind === 'Compare' ? nameComparison(ctx, node) : undefined;
}

function isTypeChecking(node: Expression): boolean {
  return (node.kind === 'Name' && node.id === 'TYPE_CHECKING') || (node.kind === 'Attribute' && node.attr === 'TYPE_CHECKING');
}

/** `__name__ == '__main__'`. */
function nameComparison(ctx: FunctionContext, node: Compare): boolean | undefined {
  const [op] = node.ops;
  const [right] = node.comparators;
  if (node.ops.length !== 1 || (op !== 'Eq' && op !== 'NotEq')) return undefined;
  const sides = [node.left, right!];
  const name = sides.find((side) => side.kind === 'Name' && side.id === '__name__');
  const text = sides.find((side) => side.kind === 'Constant');
  if (name?.kind !== 'Name' || text?.kind !== 'Constant' || text.value.type !== 'str') return undefined;
  if (meaningOf(ctx, name.id) !== null) return undefined;
  const own = moduleAttribute(ctx, '__name__');
  return (own?.type === 'str' && own.value === text.value.value) === (op === 'Eq');
}

/** Goes to one of two blocks, which the caller enters when all ways to them are made. */
export function lowerBranches(ctx: FunctionContext, node: Expression, then: Block, otherwise: Block): void {
  const constant = constantTruth(ctx, node);
  if (constant !== undefined) return jump(ctx, constant ? then : otherwise);
  if (node.kind === 'UnaryOp' && node.op === 'Not') return lowerBranches(ctx, node.operand, otherwise, then);
  if (node.kind === 'BoolOp') {
    for (const operand of node.values.slice(0, -1)) {
      const next = newBlock(ctx.fn);
      if (node.op === 'And') lowerBranches(ctx, operand, next, otherwise);
      else lowerBranches(ctx, operand, then, next);
      enterBlock(ctx, next);
    }
    return lowerBranches(ctx, node.values[node.values.length - 1]!, then, otherwise);
  }
  if (node.kind === 'Compare') return lowerComparisonBranches(ctx, node, then, otherwise);
  const value = lowerExpression(ctx, node);
  const condition = emit(ctx, node.span, { kind: 'Truth', operand: value });
  branch(ctx, node.span, condition, then, otherwise, refinementsOf(ctx, node, value));
}

function lowerComparisonBranches(ctx: FunctionContext, node: Compare, then: Block, otherwise: Block): void {
  let leftNode = node.left;
  let left = lowerExpression(ctx, leftNode);
  for (const [i, op] of node.ops.entries()) {
    const rightNode = node.comparators[i]!;
    const right = lowerExpression(ctx, rightNode);
    const value = emit(ctx, node.span, { kind: 'Compare', op, left, right });
    const condition = emit(ctx, node.span, { kind: 'Truth', operand: value });
    const facts = [
      ...comparisonFacts(ctx, leftNode, left, op, right),
      ...comparisonFacts(ctx, rightNode, right, mirrored[op], left),
    ];
    const isLast = i === node.ops.length - 1;
    const next = isLast ? then : newBlock(ctx.fn);
    branch(ctx, node.span, condition, next, otherwise, facts);
    if (isLast) return;
    enterBlock(ctx, next);
    const key = variableKey(ctx, rightNode);
    left = key === null ? right : readVariable(ctx, key);
    leftNode = rightNode;
  }
}

/** Branches, by way of blocks that refine variables where there is something to refine. */
function branch(
  ctx: FunctionContext,
  span: Span,
  condition: ValueId,
  then: Block,
  otherwise: Block,
  facts: readonly Refinement[],
): void {
  const thenEdge = facts.some((fact) => fact.then !== null) ? newBlock(ctx.fn) : then;
  const elseEdge = facts.some((fact) => fact.else !== null) ? newBlock(ctx.fn) : otherwise;
  terminate(ctx, { kind: 'Branch', condition, then: thenEdge.id, else: elseEdge.id });
  if (thenEdge !== then) refineOn(ctx, span, thenEdge, then, facts, 'then');
  if (elseEdge !== otherwise) refineOn(ctx, span, elseEdge, otherwise, facts, 'else');
}

function refineOn(
  ctx: FunctionContext,
  span: Span,
  edge: Block,
  target: Block,
  facts: readonly Refinement[],
  way: 'then' | 'else',
): void {
  enterBlock(ctx, edge);
  for (const refinement of facts) {
    const fact = refinement[way];
    if (fact !== null) writeVariable(ctx, refinement.key, emit(ctx, span, { kind: 'Refine', value: refinement.value, fact }));
  }
  jump(ctx, target);
}

/** The key of the SSA variable that an expression names (or binds, by `:=`). */
function variableKey(ctx: FunctionContext, node: Expression): string | null {
  const name = node.kind === 'Name' ? node : node.kind === 'NamedExpr' ? node.target : null;
  if (name === null) return null;
  const variable = meaningOf(ctx, name.id);
  return variable !== null && isSsa(ctx, variable) ? variable.key : null;
}

const mirrored: { readonly [Op in ComparisonOperator]: ComparisonOperator | null } = {
  Lt: 'Gt',
  LtE: 'GtE',
  Gt: 'Lt',
  GtE: 'LtE',
  Eq: 'Eq',
  NotEq: 'NotEq',
  Is: 'Is',
  IsNot: 'IsNot',
  In: null,
  NotIn: null,
};

const negated = { Lt: 'GtE', LtE: 'Gt', Gt: 'LtE', GtE: 'Lt', Eq: 'NotEq', NotEq: 'Eq' } as const;

/**
 * Of the variable on the left of `op`. On the way where the comparison failed its negation is noted: right for ints,
 * which are what inference uses it for (floats may be NaN).
 */
function comparisonFacts(
  ctx: FunctionContext,
  node: Expression,
  value: ValueId,
  op: ComparisonOperator | null,
  other: ValueId,
): Refinement[] {
  const key = variableKey(ctx, node);
  if (key === null || op === null || readVariable(ctx, key) !== value) return [];
  if (op === 'Is' || op === 'IsNot') {
    if (!isNone(ctx, other)) return [];
    const sense = op === 'Is';
    return [{ key, value, then: { kind: 'is-none', sense }, else: { kind: 'is-none', sense: !sense } }];
  }
  if (op === 'In' || op === 'NotIn') return [];
  return [{ key, value, then: { kind: 'compare', op, other }, else: { kind: 'compare', op: negated[op], other } }];
}

function isNone(ctx: FunctionContext, value: ValueId): boolean {
  const producer = ctx.producers.get(value);
  return producer?.kind === 'Constant' && producer.value.type === 'None';
}

/** What the truth of an expression shows: of the variable that it is, or of the one that `isinstance` looks at. */
function refinementsOf(ctx: FunctionContext, node: Expression, value: ValueId): Refinement[] {
  if (node.kind === 'Call') return isinstanceFacts(ctx, node, value);
  const key = variableKey(ctx, node);
  if (key === null || readVariable(ctx, key) !== value) return [];
  return [{ key, value, then: { kind: 'truthy', sense: true }, else: { kind: 'truthy', sense: false } }];
}

function isinstanceFacts(ctx: FunctionContext, node: Call, result: ValueId): Refinement[] {
  const call = ctx.producers.get(result);
  if (call?.kind !== 'Call' || call.args.length !== 2) return [];
  const callee = ctx.producers.get(call.callee);
  if (callee?.kind !== 'LoadBuiltin' || callee.name !== 'isinstance') return [];
  const [value, type] = call.args;
  const key = variableKey(ctx, node.args[0]!);
  if (key === null || readVariable(ctx, key) !== value) return [];
  return [
    {
      key,
      value: value!,
      then: { kind: 'isinstance', type: type!, sense: true },
      else: { kind: 'isinstance', type: type!, sense: false },
    },
  ];
}
