/** Displays: tuples, lists, sets and dicts, with and without stars. */
import type { ValueId } from '../base/ids.js';
import type { Dict, Expression, List, Set as SetDisplay, Tuple } from '../syntax/ast.js';
import { emit, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';

const builders = { Tuple: 'BuildTuple', List: 'BuildList', Set: 'BuildSet' } as const;

export function lowerSequenceDisplay(ctx: FunctionContext, node: Tuple | List | SetDisplay): ValueId {
  const first = node.elts.findIndex((item) => item.kind === 'Starred');
  if (first === -1) {
    const items = node.elts.map((item) => lowerExpression(ctx, item));
    return emit(ctx, node.span, { kind: builders[node.kind], items });
  }
  const head = node.elts.slice(0, first).map((item) => lowerExpression(ctx, item));
  const container = emit(ctx, node.span, { kind: node.kind === 'Set' ? 'BuildSet' : 'BuildList', items: head });
  for (const item of node.elts.slice(first)) addItem(ctx, node, container, item);
  return node.kind === 'Tuple' ? emit(ctx, node.span, { kind: 'ListToTuple', list: container }) : container;
}

function addItem(ctx: FunctionContext, node: Tuple | List | SetDisplay, container: ValueId, element: Expression): void {
  const starred = element.kind === 'Starred';
  const item = lowerExpression(ctx, starred ? element.value : element);
  const kind = node.kind === 'Set' ? (starred ? 'SetUpdate' : 'SetAdd') : starred ? 'ListExtend' : 'ListAppend';
  emit(ctx, node.span, { kind, container, item });
}

export function lowerDict(ctx: FunctionContext, node: Dict): ValueId {
  const first = node.keys.indexOf(null);
  const end = first === -1 ? node.keys.length : first;
  const keys: ValueId[] = [];
  const values: ValueId[] = [];
  for (let i = 0; i < end; i++) {
    keys.push(lowerExpression(ctx, node.keys[i]!));
    values.push(lowerExpression(ctx, node.values[i]!));
  }
  const container = emit(ctx, node.span, { kind: 'BuildDict', keys, values });
  for (let i = end; i < node.keys.length; i++) {
    const keyNode = node.keys[i]!;
    const key = keyNode === null ? null : lowerExpression(ctx, keyNode);
    const value = lowerExpression(ctx, node.values[i]!);
    if (key === null) emit(ctx, node.span, { kind: 'DictUpdate', container, item: value });
    else emit(ctx, node.span, { kind: 'DictSet', container, key, value });
  }
  return container;
}
