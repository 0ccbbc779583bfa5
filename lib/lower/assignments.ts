/** Assignment: targets of every form, augmented and annotated assignment, `del`. */
import type { ValueId } from '../base/ids.js';
import { mangle } from '../analysis/scopes.js';
import type {
  AnnAssign,
  Assign,
  Attribute,
  AugAssign,
  Delete,
  Expression,
  List,
  Starred,
  Subscript,
  Tuple,
} from '../syntax/ast.js';
import { lowerBareTarget, lowerVariableAnnotation } from './annotations.js';
import { emit, type FunctionContext } from './context.js';
import { lowerExpression, lowerIndex } from './expressions.js';
import { lowerStaticStore } from './imports.js';
import { emitDeleteGlobal, emitStoreGlobal, namespaceItem } from './namespaces.js';
import { deleteName, loadName, storeName } from './names.js';
import { attributeCallSpan } from './spans.js';

export function lowerAssign(ctx: FunctionContext, node: Assign): void {
  if (lowerParallelAssign(ctx, node)) return;
  const value = lowerExpression(ctx, node.value);
  for (const target of node.targets) lowerTarget(ctx, target, value);
}

/** `a, b = x, y`: no tuple is made. All values are there before anything is bound. */
function lowerParallelAssign(ctx: FunctionContext, node: Assign): boolean {
  const [target] = node.targets;
  const { value } = node;
  if (node.targets.length !== 1 || value.kind !== 'Tuple' || (target!.kind !== 'Tuple' && target!.kind !== 'List')) return false;
  if (target.elts.length !== value.elts.length || [...target.elts, ...value.elts].some((item) => item.kind === 'Starred'))
    return false;
  const values = value.elts.map((item) => lowerExpression(ctx, item));
  target.elts.forEach((item, i) => lowerTarget(ctx, item, values[i]!));
  return true;
}

/** Binds a target to a value. */
export function lowerTarget(ctx: FunctionContext, target: Expression, value: ValueId): void {
  switch (target.kind) {
    case 'Name':
      return storeName(ctx, target.id, value, target.span);
    case 'Attribute':
      return lowerAttributeStore(ctx, target, value);
    case 'Subscript': {
      const global = namespaceItem(ctx, target);
      if (global !== null) return emitStoreGlobal(ctx, global, value, target.span);
      const object = lowerExpression(ctx, target.value);
      emit(ctx, target.span, { kind: 'SetItem', object, index: lowerIndex(ctx, target.slice), value });
      return;
    }
    case 'Tuple':
    case 'List':
      return lowerUnpacking(ctx, target, value);
    default:
      return lowerTarget(ctx, (target as Starred).value, value);
  }
}

function lowerAttributeStore(ctx: FunctionContext, target: Attribute, value: ValueId): void {
  if (lowerStaticStore(ctx, target, value)) return;
  const object = lowerExpression(ctx, target.value);
  emit(ctx, attributeCallSpan(ctx, target, target.span), {
    kind: 'SetAttr',
    object,
    name: mangle(ctx.scope, target.attr),
    value,
  });
}

function lowerUnpacking(ctx: FunctionContext, target: Tuple | List, value: ValueId): void {
  const star = target.elts.findIndex((item) => item.kind === 'Starred');
  const count = target.elts.length;
  const tuple =
    star === -1
      ? emit(ctx, target.span, { kind: 'Unpack', value, count })
      : emit(ctx, target.span, { kind: 'UnpackStar', value, before: star, after: count - star - 1 });
  target.elts.forEach((item, index) => {
    const part = emit(ctx, item.span, { kind: 'TupleItem', tuple, index });
    lowerTarget(ctx, item.kind === 'Starred' ? item.value : item, part);
  });
}

/** Object and index are evaluated once; the old value is read before the right side is evaluated. */
export function lowerAugAssign(ctx: FunctionContext, node: AugAssign): void {
  const { target, span } = node;
  const combine = (left: ValueId): ValueId => {
    return emit(ctx, span, { kind: 'InplaceBinary', op: node.op, left, right: lowerExpression(ctx, node.value) });
  };
  switch (target.kind) {
    case 'Name':
      return storeName(ctx, target.id, combine(loadName(ctx, target.id, target.span)), target.span);
    case 'Attribute':
      return lowerAugmentedAttribute(ctx, target, combine);
    case 'Subscript':
      return lowerAugmentedItem(ctx, target, combine);
  }
}

function lowerAugmentedAttribute(ctx: FunctionContext, target: Attribute, combine: (left: ValueId) => ValueId): void {
  const object = lowerExpression(ctx, target.value);
  const name = mangle(ctx.scope, target.attr);
  const value = combine(emit(ctx, target.span, { kind: 'GetAttr', object, name }));
  emit(ctx, target.span, { kind: 'SetAttr', object, name, value });
}

function lowerAugmentedItem(ctx: FunctionContext, target: Subscript, combine: (left: ValueId) => ValueId): void {
  const object = lowerExpression(ctx, target.value);
  const index = lowerIndex(ctx, target.slice);
  const value = combine(emit(ctx, target.span, { kind: 'GetItem', object, index }));
  emit(ctx, target.span, { kind: 'SetItem', object, index, value });
}

export function lowerAnnAssign(ctx: FunctionContext, node: AnnAssign): void {
  if (node.value !== null) lowerTarget(ctx, node.target, lowerExpression(ctx, node.value));
  else lowerBareTarget(ctx, node.target);
  lowerVariableAnnotation(ctx, node);
}

export function lowerDelete(ctx: FunctionContext, node: Delete): void {
  for (const target of node.targets) deleteTarget(ctx, target);
}

function deleteTarget(ctx: FunctionContext, target: Expression): void {
  switch (target.kind) {
    case 'Name':
      return deleteName(ctx, target.id, target.span);
    case 'Attribute': {
      const object = lowerExpression(ctx, target.value);
      emit(ctx, attributeCallSpan(ctx, target, target.span), { kind: 'DelAttr', object, name: mangle(ctx.scope, target.attr) });
      return;
    }
    case 'Subscript': {
      const global = namespaceItem(ctx, target);
      if (global !== null) return emitDeleteGlobal(ctx, global, target.span);
      const object = lowerExpression(ctx, target.value);
      emit(ctx, target.span, { kind: 'DelItem', object, index: lowerIndex(ctx, target.slice) });
      return;
    }
    case 'Tuple':
    case 'List':
      target.elts.forEach((item) => deleteTarget(ctx, item));
  }
}
