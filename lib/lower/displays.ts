/**
 * Displays: tuples, lists, sets and dicts, with and without stars. Long ones are built piece by piece: items that wait
 * for all the others would have to be released by every one of those that fails.
 */
import type { ValueId } from '../base/ids.js';
import type { Dict, Expression, List, Set as SetDisplay, Tuple } from '../syntax/ast.js';
import { emit, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';

const builders = { Tuple: 'BuildTuple', List: 'BuildList', Set: 'BuildSet' } as const;

/** So many items may wait to be put together; of more, so many at a time. */
const longestWhole = 32;
const pieceLength = 16;

/** Constants need not wait: nobody has to release them. */
export function isLong(items: readonly (Expression | null)[]): boolean {
  return items.length > longestWhole && items.filter((item) => item?.kind !== 'Constant').length > longestWhole;
}

export function piecesOf<T>(items: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let start = 0; start < items.length; start += pieceLength) pieces.push(items.slice(start, start + pieceLength));
  return pieces;
}

type SequenceDisplay = Pick<Tuple | List | SetDisplay, 'kind' | 'elts' | 'span'>;

/** `callee`: the items are its arguments. */
export function lowerSequenceDisplay(ctx: FunctionContext, node: SequenceDisplay, callee?: ValueId): ValueId {
  const first = node.elts.findIndex((item) => item.kind === 'Starred');
  const head = first === -1 ? node.elts : node.elts.slice(0, first);
  if (first === -1 && !isLong(head)) return emit(ctx, node.span, { kind: builders[node.kind], items: lowerAll(ctx, head) });
  const container = lowerHead(ctx, node, head);
  for (const item of node.elts.slice(head.length)) addItem(ctx, node, container, item, callee);
  return node.kind === 'Tuple' ? emit(ctx, node.span, { kind: 'ListToTuple', list: container }) : container;
}

/** A list or a set with the items before the first star. */
function lowerHead(ctx: FunctionContext, node: SequenceDisplay, head: readonly Expression[]): ValueId {
  const kind = node.kind === 'Set' ? 'BuildSet' : 'BuildList';
  if (!isLong(head)) return emit(ctx, node.span, { kind, items: lowerAll(ctx, head) });
  const container = emit(ctx, node.span, { kind, items: [] });
  for (const piece of piecesOf(head)) {
    const item = emit(ctx, node.span, { kind: 'BuildList', items: lowerAll(ctx, piece) });
    emit(ctx, node.span, { kind: node.kind === 'Set' ? 'SetUpdate' : 'ListExtend', container, item });
  }
  return container;
}

function lowerAll(ctx: FunctionContext, items: readonly Expression[]): ValueId[] {
  return items.map((item) => lowerExpression(ctx, item));
}

function addItem(
  ctx: FunctionContext,
  node: SequenceDisplay,
  container: ValueId,
  element: Expression,
  callee: ValueId | undefined,
): void {
  const starred = element.kind === 'Starred';
  const item = lowerExpression(ctx, starred ? element.value : element);
  if (starred && callee !== undefined) {
    emit(ctx, node.span, { kind: 'CallHelper', helper: 'add-arguments', args: [callee, container, item] });
    return;
  }
  const kind = node.kind === 'Set' ? (starred ? 'SetUpdate' : 'SetAdd') : starred ? 'ListExtend' : 'ListAppend';
  emit(ctx, node.span, { kind, container, item });
}

export function lowerDict(ctx: FunctionContext, node: Dict): ValueId {
  const first = node.keys.indexOf(null);
  if (first === -1 && isLong([...node.keys, ...node.values])) return lowerLongDict(ctx, node);
  const end = first === -1 ? node.keys.length : first;
  const container = lowerPairs(ctx, node, 0, end);
  for (let i = end; i < node.keys.length; i++) {
    const keyNode = node.keys[i]!;
    const key = keyNode === null ? null : lowerExpression(ctx, keyNode);
    const value = lowerExpression(ctx, node.values[i]!);
    if (key === null) emit(ctx, node.span, { kind: 'DictUpdate', container, item: value });
    else emit(ctx, node.span, { kind: 'DictSet', container, key, value });
  }
  return container;
}

function lowerLongDict(ctx: FunctionContext, node: Dict): ValueId {
  const container = emit(ctx, node.span, { kind: 'BuildDict', keys: [], values: [] });
  for (let start = 0; start < node.keys.length; start += pieceLength) {
    const item = lowerPairs(ctx, node, start, Math.min(start + pieceLength, node.keys.length));
    emit(ctx, node.span, { kind: 'DictUpdate', container, item });
  }
  return container;
}

function lowerPairs(ctx: FunctionContext, node: Dict, start: number, end: number): ValueId {
  const keys: ValueId[] = [];
  const values: ValueId[] = [];
  for (let i = start; i < end; i++) {
    keys.push(lowerExpression(ctx, node.keys[i]!));
    values.push(lowerExpression(ctx, node.values[i]!));
  }
  return emit(ctx, node.span, { kind: 'BuildDict', keys, values });
}
