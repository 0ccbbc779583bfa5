/** Translators of operations on inferred types; null: nothing better than the general translation. */
import type { ValueId } from '../base/ids.js';
import { intervalOf } from '../analysis/int-range.js';
import { layout } from '../builtins/layout.js';
import type { GenericKind } from '../ir/generic.js';
import { operatorNames, type OfKind } from '../ir/generic-info.js';
import { membersOf, type Type } from '../types/type.js';
import { translateAccumulator, translateAccumulatorAdd, translateAccumulatorResult } from './accumulators.js';
import { translateBuiltinCall, translateBuiltinMethod } from './builtin-ops.js';
import { translateDispatch, translateFindMethod, translateKnownCall } from './call-ops.js';
import { onlyAdvanced, openCursor, translateNext, translateRuntimeNext, usedApart, virtualTuple } from './cursors.js';
import { dictItem, dictKey, setDictItem } from './dict-ops.js';
import { floatComparisons, translateFloatBinary, translateFloatCompare, translateFloatUnary } from './float-ops.js';
import { generalOps, isDying } from './general-ops.js';
import { isPromised, narrow } from './guards.js';
import { intComparisons, translateIntBinary, translateIntUnary } from './int-ops.js';
import { append, elementType, getElement, repeatDisplay, setElement } from './list-ops.js';
import { translateGetAttr, translateSetAttr } from './object-ops.js';
import {
  call,
  callTest,
  emit,
  flipped,
  get,
  intConst,
  noneValue,
  register,
  repOf,
  toRep,
  toValue,
  value,
  type Held,
  type Translation,
} from './translation.js';

type Op<K extends GenericKind> = OfKind<K>;

export const fastOps: { readonly [K in GenericKind]?: (t: Translation, i: Op<K>) => Held | null } = {
  Constant: (t, i) => {
    const data = i.value;
    if (data.type === 'float') return register('float', emit(t, 'FloatConst', 'float', { value: data.value }));
    if (data.type === 'bool') return register('bool', emit(t, 'BoolConst', 'bool', { value: data.value }));
    if (data.type === 'int' && t.typeOf(i.result).kind === 'Int') return register('int', intConst(t, data.value));
    return null;
  },
  Parameter: (t, i) => {
    const rep = t.out.version.parameters[i.index]!;
    const argument = register(rep, emit(t, 'Argument', rep, { index: i.index }));
    const held = repOf(t.typeOf(i.result));
    return held === rep ? argument : register(held, toRep(t, argument, held));
  },
  Refine: translateRefine,
  LoadGlobal: (t, i) => {
    const type = t.typeOf(i.result);
    const known = t.facts.global(i.module, i.name);
    if (type.kind === 'Int' && type.low === type.high && known?.constant === true && known.boundEarly)
      return register('int', intConst(t, type.low));
    if ((type.kind === 'Function' || type.kind === 'Class') && known?.constant === true && known.boundEarly)
      return generalOps.LoadGlobal(t, i);
    return null;
  },
  Binary: (t, i) =>
    translateKnownCall(t, i) ?? translateIntBinary(t, i) ?? translateFloatBinary(t, i) ?? translateSequenceBinary(t, i),
  InplaceBinary: (t, i) =>
    translateKnownCall(t, i) ?? translateIntBinary(t, i) ?? translateFloatBinary(t, i) ?? translateSequenceBinary(t, i),
  Unary: (t, i) => translateKnownCall(t, i) ?? translateNot(t, i) ?? translateIntUnary(t, i) ?? translateFloatUnary(t, i),
  Compare: (t, i) => translateKnownCall(t, i) ?? translateCompare(t, i),
  Truth: (t, i) => {
    const truth = translateTruth(t, i.operand);
    return truth === null ? null : register('bool', truth);
  },
  GetAttr: (t, i) => translateKnownCall(t, i) ?? translateGetAttr(t, i),
  SetAttr: translateSetAttr,
  GetItem: (t, i) => translateKnownCall(t, i) ?? translateGetItem(t, i),
  SetItem: translateSetItem,
  BuildTuple: (t, i) => {
    const items = i.items.map((id) => get(t, id));
    if (!usedApart(t, i.result) || items.some((item) => item.rep === 'virtual')) return null;
    return virtualTuple(
      items,
      i.items.map((id) => t.typeOf(id)),
    );
  },
  FormatValue: (t, i) => {
    const held = get(t, i.value);
    if (i.spec !== null || i.conversion === 'a') return null;
    if (held.rep === 'int') return register('value', call(t, 'rt_int_i64_to_str', [held.id]));
    if (held.rep === 'float') return register('value', call(t, 'rt_float_repr', [held.id]));
    return t.typeOf(i.value).kind === 'Str' && i.conversion !== 'r' ? held : null;
  },
  ListAppend: (t, i) => {
    const type = t.typeOf(i.container);
    if (type.kind !== 'List') return null;
    append(t, value(t, i.container), elementType(type), get(t, i.item));
    return register('value', noneValue(t));
  },
  Accumulator: translateAccumulator,
  AccumulatorAdd: translateAccumulatorAdd,
  AccumulatorResult: translateAccumulatorResult,
  Call: (t, i) => translateKnownCall(t, i) ?? translateBuiltinCall(t, i),
  FindMethod: translateFindMethod,
  CallMethod: (t, i) => translateKnownCall(t, i) ?? translateDispatch(t, i) ?? translateBuiltinMethod(t, i),
  CallSpecial: (t, i) => translateKnownCall(t, i),
  GetIter: (t, i) => {
    if (!onlyAdvanced(t, i.result)) return null;
    const cursor = openCursor(t, i.iterable, `it${i.result}`);
    return cursor === null ? null : { rep: 'virtual', data: { kind: 'iterator', cursor }, materialise: cursor.materialise };
  },
  Next: (t, i) => {
    const held = get(t, i.iterator);
    return held.rep === 'virtual' && held.data.kind === 'iterator'
      ? translateNext(t, i, held.data.cursor)
      : isPromised(t.typeOf(i.result))
        ? translateRuntimeNext(t, i)
        : null;
  },
  HasValue: (t, i) => {
    const more = t.more.get(i.value);
    if (more !== undefined) return register('bool', more);
    return t.exhausted.has(i.value) ? register('bool', emit(t, 'BoolConst', 'bool', { value: true })) : null;
  },
  Unpack: (t, i) => {
    const held = get(t, i.value);
    if (held.rep === 'virtual') return held.data.kind === 'tuple' && held.data.items.length === i.count ? held : null;
    // A promised tuple of the right length is its own unpacking.
    const type = t.typeOf(i.value);
    return type.kind === 'Tuple' && type.items.length === i.count ? held : null;
  },
  TupleItem: (t, i) => {
    const held = get(t, i.tuple);
    return held.rep === 'virtual' && held.data.kind === 'tuple' ? held.data.items[i.index]! : null;
  },
};

/** A branch showed more of a value than its register promises: that is checked here. */
function translateRefine(t: Translation, i: Op<'Refine'>): Held | null {
  const held = get(t, i.value);
  const [before, after] = [t.typeOf(i.value), t.typeOf(i.result)];
  if (held.rep === 'virtual' || before.kind === after.kind || !isPromised(after)) return held;
  return held.rep === 'value' ? narrow(t, i, held.id, after) : held;
}

function translateNot(t: Translation, i: Op<'Unary'>): Held | null {
  if (i.op !== 'Not') return null;
  const truth = translateTruth(t, i.operand) ?? callTest(t, 'rt_truth', [value(t, i.operand)]);
  return register(
    'bool',
    emit(t, 'BoolArith', 'bool', { op: 'xor', left: truth, right: emit(t, 'BoolConst', 'bool', { value: true }) }),
  );
}

const lengthOffsets: { readonly [K in Type['kind']]?: number } = {
  Str: layout.RtStr.length,
  List: layout.RtList.length,
  Dict: layout.RtDict.length,
  AnyTuple: layout.RtTuple.length,
};

function translateTruth(t: Translation, id: ValueId): ValueId | null {
  const type = t.typeOf(id);
  const held = get(t, id);
  if (held.rep === 'bool') return held.id;
  if (held.rep === 'int') return emit(t, 'IntCompare', 'bool', { op: 'ne', left: held.id, right: intConst(t, 0) });
  if (held.rep === 'float')
    return emit(t, 'FloatCompare', 'bool', { op: 'une', left: held.id, right: emit(t, 'FloatConst', 'float', { value: 0 }) });
  if (type.kind === 'None') return emit(t, 'BoolConst', 'bool', { value: false });
  const offset = lengthOffsets[type.kind];
  if (offset === undefined || held.rep !== 'value') return null;
  const length = emit(t, 'LoadField', 'int', {
    base: held.id,
    offset,
    memory: 'int',
    alias: `${type.kind.toLowerCase()}.length`,
  });
  return emit(t, 'IntCompare', 'bool', { op: 'ne', left: length, right: intConst(t, 0) });
}

function translateCompare(t: Translation, i: Op<'Compare'>): Held | null {
  const [left, right] = [t.typeOf(i.left), t.typeOf(i.right)];
  if (i.op in floatComparisons) {
    const op = i.op as keyof typeof floatComparisons;
    const [l, r] = [get(t, i.left), get(t, i.right)];
    if (intervalOf(left) !== null && intervalOf(right) !== null && l.rep !== 'value' && r.rep !== 'value') {
      return register(
        'bool',
        emit(t, 'IntCompare', 'bool', { op: intComparisons[op], left: toRep(t, l, 'int'), right: toRep(t, r, 'int') }),
      );
    }
    return translateFloatCompare(t, i) ?? compareStrings(t, i, left, right) ?? compareGenerally(t, i);
  }
  if ((i.op === 'Is' || i.op === 'IsNot') && left.kind === 'Float' && right.kind === 'Float') {
    const operands = [toRep(t, get(t, i.left), 'float'), toRep(t, get(t, i.right), 'float')];
    return flipped(t, callTest(t, 'rt_float_same', operands), i.op === 'IsNot');
  }
  if ((i.op === 'In' || i.op === 'NotIn') && left.kind === 'Str' && right.kind === 'Str') {
    return flipped(t, callTest(t, 'rt_str_contains', [value(t, i.right), value(t, i.left)]), i.op === 'NotIn');
  }
  if ((i.op === 'In' || i.op === 'NotIn') && (right.kind === 'Dict' || right.kind === 'Set')) {
    const { suffix, key } = dictKey(t, i.left);
    return flipped(
      t,
      callTest(t, `rt_${right.kind.toLowerCase()}_contains${suffix}`, [value(t, i.right), key]),
      i.op === 'NotIn',
    );
  }
  return null;
}

/** Where the answer is known to be a bool, it is asked for as one. */
function compareGenerally(t: Translation, i: Op<'Compare'>): Held | null {
  if (t.typeOf(i.result).kind !== 'Bool' || !isPromised(t.typeOf(i.left)) || !isPromised(t.typeOf(i.right))) return null;
  const numbers = { Lt: 0n, LtE: 1n, Eq: 2n, NotEq: 3n, Gt: 4n, GtE: 5n };
  return register(
    'bool',
    callTest(t, 'rt_compare_bool', [value(t, i.left), value(t, i.right), { number: numbers[i.op as keyof typeof numbers] }]),
  );
}

function compareStrings(t: Translation, i: Op<'Compare'>, left: Type, right: Type): Held | null {
  if (left.kind !== 'Str' || right.kind !== 'Str') return null;
  const args = [value(t, i.left), value(t, i.right)];
  if (i.op === 'Eq' || i.op === 'NotEq') return flipped(t, callTest(t, 'rt_str_equal', args), i.op === 'NotEq');
  return null;
}

function translateSequenceBinary(t: Translation, i: Op<'Binary' | 'InplaceBinary'>): Held | null {
  const [left, right] = [t.typeOf(i.left), t.typeOf(i.right)];
  if (left.kind === 'Str' && right.kind === 'Str' && i.op === 'Add') {
    const symbol = i.kind === 'InplaceBinary' || isDying(t, i.left) ? 'rt_str_append' : 'rt_str_concat';
    return register('value', call(t, symbol, [value(t, i.left), value(t, i.right)]));
  }
  if (left.kind === 'List' && i.op === 'Mult' && right.kind === 'Int') return repeatList(t, i);
  if (unionOfNumbers(left) && unionOfNumbers(right) && t.typeOf(i.result).kind === 'Float') {
    return narrow(t, i, call(t, `rt_${operatorNames[i.op]}`, [value(t, i.left), value(t, i.right)]), t.typeOf(i.result));
  }
  return null;
}

function unionOfNumbers(type: Type): boolean {
  return membersOf(type).every((member) => ['Int', 'Float', 'Bool', 'BigInt'].includes(member.kind));
}

/** [x] * n, where the one-element list is made for nothing else. */
function repeatList(t: Translation, i: Op<'Binary' | 'InplaceBinary'>): Held | null {
  const definition = t.definition.get(i.left);
  const count = get(t, i.right);
  if (definition?.kind !== 'BuildList' || definition.items.length !== 1 || i.kind === 'InplaceBinary' || count.rep !== 'int')
    return null;
  return repeatDisplay(t, get(t, definition.items[0]!), count.id);
}

function translateGetItem(t: Translation, i: Op<'GetItem'>): Held | null {
  const [object, index] = [t.typeOf(i.object), t.typeOf(i.index)];
  const held = get(t, i.object);
  if (object.kind === 'Dict' && held.rep === 'value') return dictItem(t, i, held.id);
  if (intervalOf(index) === null || held.rep === 'virtual') return null;
  const at = get(t, i.index);
  if (at.rep !== 'int' && at.rep !== 'bool') return null;
  const position = toRep(t, at, 'int');
  if (object.kind === 'List') return getElement(t, i, toValue(t, held), position, index, t.typeOf(i.result));
  if (object.kind === 'Str') return register('value', call(t, 'rt_str_getitem', [toValue(t, held), position]));
  if (object.kind === 'Tuple' && index.kind === 'Int' && index.low === index.high)
    return tupleItem(t, i, toValue(t, held), index.low, object.items.length);
  return null;
}

function tupleItem(t: Translation, i: Op<'GetItem'>, tuple: ValueId, index: bigint, length: number): Held | null {
  const position = Number(index < 0n ? index + BigInt(length) : index);
  if (position < 0 || position >= length) return null;
  const item = emit(t, 'LoadField', 'value', {
    base: tuple,
    offset: layout.RtTuple.items + 8 * position,
    memory: 'value',
    alias: 'tuple.items',
  });
  return narrow(t, i, item, t.typeOf(i.result));
}

function translateSetItem(t: Translation, i: Op<'SetItem'>): Held | null {
  const [object, index] = [t.typeOf(i.object), t.typeOf(i.index)];
  if (object.kind === 'Dict') return setDictItem(t, i);
  const at = get(t, i.index);
  if (object.kind !== 'List' || intervalOf(index) === null || (at.rep !== 'int' && at.rep !== 'bool')) return null;
  setElement(t, i, value(t, i.object), toRep(t, at, 'int'), index, elementType(object), get(t, i.value));
  return register('value', noneValue(t));
}
