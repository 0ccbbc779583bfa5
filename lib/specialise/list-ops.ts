/**
 * Lists of a known element type: the element is read and written in place while the list's storage is of the kind that the type suggests; other
 * storage, and indices out of bounds, are the runtime's.
 */
import type { ValueId } from '../base/ids.js';
import { intervalOf } from '../analysis/int-range.js';
import { layout, listKind } from '../builtins/layout.js';
import type { GenericInstruction } from '../ir/generic.js';
import type { Rep } from '../ir/function.js';
import type { MemoryType } from '../ir/typed.js';
import { any, findSite, type Type } from '../types/type.js';
import { isPromised, narrowOr } from './guards.js';
import {
  branch,
  call,
  emit,
  exitAfter,
  intConst,
  noneValue,
  meet,
  merge,
  register,
  toRep,
  toValue,
  type Held,
  type Leave,
  type Register,
  type Translation,
} from './translation.js';

interface Storage {
  readonly kind: number;
  readonly memory: MemoryType;
  /** The representation in memory. */
  readonly rep: Rep;
}

/** How a list of elements of that type is expected to be stored. */
function storageOf(element: Type): Storage {
  switch (element.kind) {
    case 'Int':
      return { kind: listKind.int, memory: 'int', rep: 'int' };
    case 'Float':
      return { kind: listKind.float, memory: 'float', rep: 'float' };
    case 'Bool':
      return { kind: listKind.bool, memory: 'byte', rep: 'bool' };
    default:
      return { kind: listKind.value, memory: 'value', rep: 'value' };
  }
}

const alias = (storage: Storage): string => `list.${storage.memory}`;

/** The element type of a list as it stands at the end of inference. */
export function elementType(type: Type): Type {
  if (!('site' in type)) return any;
  const element = findSite(type.site).element;
  return element.kind === 'Never' ? any : element;
}

export function listLength(t: Translation, list: ValueId): ValueId {
  return emit(t, 'LoadField', 'int', { base: list, offset: layout.RtList.length, memory: 'int', alias: 'list.length' });
}

function isKind(t: Translation, list: ValueId, storage: Storage): ValueId {
  const kind = emit(t, 'LoadField', 'int', { base: list, offset: layout.RtList.kind, memory: 'int', alias: 'list.kind' });
  return emit(t, 'IntCompare', 'bool', { op: 'eq', left: kind, right: intConst(t, storage.kind) });
}

function itemsOf(t: Translation, list: ValueId): ValueId {
  return emit(t, 'LoadField', 'raw', { base: list, offset: layout.RtList.items, memory: 'raw', alias: 'list.items' });
}

function both(t: Translation, left: ValueId, right: ValueId): ValueId {
  return emit(t, 'BoolArith', 'bool', { op: 'and', left, right });
}

/** The index counted from the front, and whether it is in bounds and the storage as expected. */
function locate(
  t: Translation,
  list: ValueId,
  index: ValueId,
  indexType: Type,
  storage: Storage,
): { position: ValueId; direct: ValueId } {
  const length = listLength(t, list);
  let position = index;
  if (intervalOf(indexType)!.low < 0n) {
    const negative = emit(t, 'IntCompare', 'bool', { op: 'slt', left: index, right: intConst(t, 0) });
    const fromEnd = emit(t, 'IntArith', 'int', { op: 'add', left: index, right: length });
    position = emit(t, 'Select', 'int', { condition: negative, left: fromEnd, right: index });
  }
  const inside = emit(t, 'IntCompare', 'bool', { op: 'ult', left: position, right: length });
  return { position, direct: both(t, isKind(t, list, storage), inside) };
}

function loadElement(t: Translation, list: ValueId, position: ValueId, storage: Storage): ValueId {
  const loaded = emit(t, 'LoadElement', storage.memory === 'byte' ? 'bool' : storage.rep, {
    base: itemsOf(t, list),
    index: position,
    memory: storage.memory,
    alias: alias(storage),
  });
  return loaded;
}

/**
 * list[index]; leaves the fast version after `point` if the element is of another type than was ever seen stored, or the list isn't stored as lists of
 * such elements are. Nothing that was written joins the usual way again: what a loop has read of its lists holds to its end.
 */
export function getElement(
  t: Translation,
  point: GenericInstruction,
  list: ValueId,
  index: ValueId,
  indexType: Type,
  element: Type,
): Held {
  const storage = storageOf(element);
  const { position, direct } = locate(t, list, index, indexType, storage);
  const read = (): ValueId => call(t, 'rt_list_getitem_index', [list, index]);
  return elementAt(t, list, position, direct, element, read, (now, value) => exitAfter(now, point, value));
}

/** An element known to be there, for iteration. */
export function takeElement(t: Translation, list: ValueId, index: ValueId, element: Type, leave: Leave): Held {
  const direct = isKind(t, list, storageOf(element));
  return elementAt(t, list, index, direct, element, () => call(t, 'rt_list_get', [list, index]), leave);
}

/** The element, loaded where that is possible (`direct`), else read by the runtime. */
function elementAt(
  t: Translation,
  list: ValueId,
  position: ValueId,
  direct: ValueId,
  element: Type,
  read: () => ValueId,
  leave: Leave,
): Held {
  const storage = storageOf(element);
  const { yes, no } = branch(t, direct, true);
  t.block = no;
  const other = read();
  const otherEnd = t.block;
  const isAny = storage.rep === 'value' && !isPromised(element);
  if (!isAny) leave(t, other);
  t.block = yes;
  const fast = loadElement(t, list, position, storage);
  if (!isAny) return storage.rep === 'value' ? narrowOr(t, fast, element, leave) : register(storage.rep, fast);
  const ways = [
    { block: yes, value: fast },
    { block: otherEnd, value: other },
  ];
  return register('value', merge(t, 'value', ways));
}

/** list[index] = value; leaves the fast version after `point` if the list isn't stored as expected. */
export function setElement(
  t: Translation,
  point: GenericInstruction,
  list: ValueId,
  index: ValueId,
  indexType: Type,
  element: Type,
  held: Held,
): void {
  const storage = storageOf(element);
  if (storage.rep !== 'value' && held.rep !== storage.rep) {
    call(t, 'rt_list_setitem_index', [list, index, toValue(t, held)]);
    return;
  }
  const stored = storage.rep === 'value' ? toValue(t, held) : toRep(t, held, storage.rep);
  const { position, direct } = locate(t, list, index, indexType, storage);
  const { yes, no } = branch(t, direct, true);
  t.block = yes;
  const base = itemsOf(t, list);
  if (storage.rep === 'value') emit(t, 'ReplaceElement', 'void', { base, index: position, value: stored, alias: alias(storage) });
  else emit(t, 'StoreElement', 'void', { base, index: position, value: stored, memory: storage.memory, alias: alias(storage) });
  const fastEnd = t.block;
  t.block = no;
  call(t, 'rt_list_setitem_index', [list, index, toValue(t, register(storage.rep, stored))]);
  if (storage.rep === 'value') return meet(t, [fastEnd, t.block]);
  exitAfter(t, point, noneValue(t));
  t.block = fastEnd;
}

/** list.append(value): in place while there is room. */
export function append(t: Translation, list: ValueId, element: Type, held: Held): void {
  const storage = storageOf(element);
  if (storage.rep !== 'value' && held.rep !== storage.rep) {
    call(t, 'rt_list_append', [list, toValue(t, held)]);
    return;
  }
  const stored = storage.rep === 'value' ? toValue(t, held) : toRep(t, held, storage.rep);
  const length = listLength(t, list);
  const capacity = emit(t, 'LoadField', 'int', {
    base: list,
    offset: layout.RtList.capacity,
    memory: 'int',
    alias: 'list.capacity',
  });
  const room = emit(t, 'IntCompare', 'bool', { op: 'slt', left: length, right: capacity });
  const { yes, no } = branch(t, both(t, isKind(t, list, storage), room), true);
  t.block = yes;
  emit(t, 'StoreElement', 'void', {
    base: itemsOf(t, list),
    index: length,
    value: stored,
    memory: storage.memory,
    alias: alias(storage),
  });
  const longer = emit(t, 'IntArith', 'int', { op: 'add', left: length, right: intConst(t, 1), noWrap: true });
  emit(t, 'StoreField', 'void', { base: list, offset: layout.RtList.length, value: longer, memory: 'int', alias: 'list.length' });
  const fastEnd = t.block;
  t.block = no;
  const suffix = { int: '_int', float: '_float', bool: '_bool' }[storage.rep as string] ?? '';
  call(t, `rt_list_append${suffix}`, [list, stored]);
  meet(t, [fastEnd, t.block]);
}

/** [x] * n: n elements of the kind of x at once. */
export function repeatDisplay(t: Translation, item: Held, count: ValueId): Held {
  const suffix = { int: 'int', float: 'float', bool: 'bool' }[item.rep as string] ?? 'value';
  const value = suffix === 'value' ? toValue(t, item) : (item as { id: ValueId }).id;
  return register('value', call(t, `rt_list_repeat_${suffix}`, [value, count]));
}
