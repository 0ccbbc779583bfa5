/** Calls of built-in functions and methods with known types. */
import type { ValueId } from '../base/ids.js';
import { intervalOf } from '../analysis/int-range.js';
import { abi } from '../builtins/abi.generated.js';
import { directFunctions, directMethods, type DirectCall } from '../builtins/direct-calls.js';
import { layout } from '../builtins/layout.js';
import type { OfKind } from '../ir/generic-info.js';
import { int, type Type } from '../types/type.js';
import {
  dictCursor,
  dictParts,
  enumerateCursor,
  hasCursor,
  onlyIterated,
  openCursor,
  rangeCursor,
  zipCursor,
} from './cursors.js';
import { rememberLookUp } from './dict-ops.js';
import { narrow, unboxed } from './guards.js';
import { append, elementType } from './list-ops.js';
import {
  branch,
  call,
  callTest,
  emit,
  exitAfter,
  get,
  intConst,
  merge,
  noneValue,
  register,
  toRep,
  toValue,
  type Cursor,
  type Held,
  type Translation,
} from './translation.js';

type CallOp = OfKind<'Call'>;

export function translateBuiltinCall(t: Translation, i: CallOp): Held | null {
  const callee = t.typeOf(i.callee);
  if (callee.kind !== 'Builtin' || i.keywords.length > 0) return null;
  return (
    inline[callee.name]?.(t, i) ?? translateMath(t, i, callee.name) ?? direct(t, i, directFunctions.get(callee.name), i.args)
  );
}

export function translateBuiltinMethod(t: Translation, i: OfKind<'CallMethod'>): Held | null {
  const type = t.typeOf(i.object);
  if (i.keywords.length > 0) return null;
  if (type.kind === 'List' && i.name === 'append' && i.args.length === 1) {
    append(t, toValue(t, get(t, i.object)), elementType(type), get(t, i.args[0]!));
    return register('value', noneValue(t));
  }
  const part = dictParts.find((name) => name === i.name);
  if (type.kind === 'Dict' && part !== undefined && i.args.length === 0 && onlyIterated(t, i.result)) return dictView(t, i, part);
  return direct(t, i, directMethods.get(`${type.kind}.${i.name}`), [i.object, ...i.args]);
}

/** d.items() and its kin that only a loop uses. */
function dictView(t: Translation, i: OfKind<'CallMethod'>, part: (typeof dictParts)[number]): Held {
  const dict = toValue(t, get(t, i.object));
  return {
    rep: 'virtual',
    data: { kind: 'iterable', open: (now, key) => dictCursor(now, dict, now.typeOf(i.object), part, key) },
    materialise: (now) => call(now, `rt_dict_${part}`, [dict]),
  };
}

/** The first alternative whose operands fit, called by its C name. */
function direct(
  t: Translation,
  i: CallOp | OfKind<'CallMethod'>,
  rows: readonly DirectCall[] | undefined,
  args: readonly ValueId[],
): Held | null {
  const row = rows?.find(
    (candidate) =>
      candidate.operands.length === args.length && candidate.operands.every((kind, index) => accepts(t, kind, args[index]!)),
  );
  if (row === undefined || abi[row.symbol] === undefined) return null;
  const operands = args.map((id, index) => operand(t, id, row.operands[index]!));
  const function_ = abi[row.symbol]!;
  if (row.result === 'Bool') return register('bool', callTest(t, row.symbol, operands));
  const result = call(t, row.symbol, operands);
  if (row.symbol === 'rt_dict_get_or') rememberLookUp(t, i.result);
  if (row.result === 'None') return register('value', noneValue(t));
  if (function_.result === 'float') return register('float', result);
  if (function_.result === 'int') return register('int', result);
  return row.result === null
    ? narrow(t, i, result, t.typeOf(i.result))
    : unboxed(t, result, t.typeOf(i.result).kind === row.result ? t.typeOf(i.result) : untyped);
}

const untyped: Type = { kind: 'Any', key: 'Any' };

function accepts(t: Translation, kind: Type['kind'], id: ValueId): boolean {
  if (kind === 'Any') return true;
  const type = t.typeOf(id);
  // A function of doubles takes ints too; repr and str tell them apart, and list them first.
  if (kind === 'Float' && type.kind === 'Int') return true;
  return type.kind === kind && get(t, id).rep !== 'virtual';
}

function operand(t: Translation, id: ValueId, kind: Type['kind']): ValueId {
  const held = get(t, id);
  if (kind === 'Int') return toRep(t, held, 'int');
  if (kind === 'Float')
    return held.rep === 'int' ? emit(t, 'IntToFloat', 'float', { operand: held.id }) : toRep(t, held, 'float');
  return toValue(t, held);
}

const inline: { readonly [name: string]: (t: Translation, i: CallOp) => Held | null } = {
  len: translateLen,
  range: translateRange,
  enumerate: translateEnumerate,
  zip: translateZip,
  int: (t, i) => (i.args.length === 1 ? toInt(t, i) : null),
  float: (t, i) => (i.args.length === 1 ? toFloat(t, i.args[0]!) : null),
  bool: (t, i) => (i.args.length === 1 && get(t, i.args[0]!).rep === 'bool' ? get(t, i.args[0]!) : null),
  abs: translateAbs,
  min: (t, i) => extreme(t, i, 'slt', 'olt'),
  max: (t, i) => extreme(t, i, 'sgt', 'ogt'),
  print: translatePrint,
  isinstance: () => null,
  'math.sqrt': translateSqrt,
};

const lengths: { readonly [K in Type['kind']]?: { readonly offset: number; readonly alias: string } } = {
  List: { offset: layout.RtList.length, alias: 'list.length' },
  Str: { offset: layout.RtStr.length, alias: 'str.length' },
  Tuple: { offset: layout.RtTuple.length, alias: 'tuple.length' },
  AnyTuple: { offset: layout.RtTuple.length, alias: 'tuple.length' },
  Dict: { offset: layout.RtDict.length, alias: 'dict.length' },
  Set: { offset: layout.RtDict.length, alias: 'set.length' },
  Bytes: { offset: layout.RtBytes.length, alias: 'bytes.length' },
};

function translateLen(t: Translation, i: CallOp): Held | null {
  if (i.args.length !== 1) return null;
  const type = t.typeOf(i.args[0]!);
  if (type.kind === 'Tuple') return register('int', intConst(t, type.items.length));
  const where = lengths[type.kind];
  const held = get(t, i.args[0]!);
  if (where === undefined || held.rep !== 'value') return null;
  return register('int', emit(t, 'LoadField', 'int', { base: held.id, offset: where.offset, memory: 'int', alias: where.alias }));
}

function asInt(t: Translation, id: ValueId): ValueId | null {
  const held = get(t, id);
  return held.rep === 'int' || held.rep === 'bool' ? toRep(t, held, 'int') : null;
}

function lazily(t: Translation, i: CallOp, open: (t: Translation, key: string) => Cursor): Held {
  const { args, callee } = i;
  return {
    rep: 'virtual',
    data: { kind: 'iterable', open },
    // Only an exit between the call and the loop needs the object.
    materialise: (now) =>
      call(now, 'rt_call', [
        toValue(now, get(now, callee)),
        { array: args.map((arg) => toValue(now, get(now, arg))) },
        { number: BigInt(args.length) },
        { names: [] },
      ]),
  };
}

function translateRange(t: Translation, i: CallOp): Held | null {
  if (!onlyIterated(t, i.result) || i.args.length < 1 || i.args.length > 3) return null;
  const ints = i.args.map((arg) => asInt(t, arg));
  if (ints.some((id) => id === null)) return null;
  const step = i.args.length === 3 ? intervalOf(t.typeOf(i.args[2]!))! : { low: 1n, high: 1n };
  if (step.low <= 0n && step.high >= 0n) return null;
  const type = t.typeOf(i.result);
  if (type.kind !== 'View') return null;
  return lazily(t, i, (now, key) => {
    const [first, second, third] = ints as ValueId[];
    const bounds = {
      start: second === undefined ? intConst(now, 0) : first!,
      stop: second ?? first!,
      step: third ?? intConst(now, 1),
    };
    return rangeCursor(now, bounds, step, int(-(1n << 63n), (1n << 63n) - 1n), key);
  });
}

/** Can the loop over that argument be made without an iterator object? */
function walkable(t: Translation, id: ValueId): boolean {
  const held = get(t, id);
  return held.rep === 'virtual' ? held.data.kind === 'iterable' : held.rep === 'value' && hasCursor(t.typeOf(id));
}

function translateEnumerate(t: Translation, i: CallOp): Held | null {
  const start = i.args.length === 2 ? intervalOf(t.typeOf(i.args[1]!)) : { low: 0n, high: 0n };
  if (!onlyIterated(t, i.result) || i.args.length < 1 || start === null || start.high > 1n << 61n || start.low < 0n) return null;
  if (!walkable(t, i.args[0]!)) return null;
  const from = i.args.length === 2 ? asInt(t, i.args[1]!) : intConst(t, 0);
  if (from === null) return null;
  return lazily(t, i, (now, key) => enumerateCursor(now, openCursor(now, i.args[0]!, `${key}.0`)!, from, key));
}

function translateZip(t: Translation, i: CallOp): Held | null {
  if (!onlyIterated(t, i.result) || i.args.length === 0 || !i.args.every((arg) => walkable(t, arg))) return null;
  return lazily(t, i, (now, key) => zipCursor(i.args.map((arg, index) => openCursor(now, arg, `${key}.${index}`)!)));
}

/** int(x): of an int itself, of a float within 64 bits by truncation, of text by the runtime. */
function toInt(t: Translation, i: CallOp): Held | null {
  const held = get(t, i.args[0]!);
  if (held.rep === 'int' || held.rep === 'bool') return register('int', toRep(t, held, 'int'));
  if (held.rep !== 'float') return null;
  const limit = emit(t, 'FloatConst', 'float', { value: 9.2e18 });
  const small = emit(t, 'FloatCompare', 'bool', {
    op: 'olt',
    left: emit(t, 'FloatUnary', 'float', { op: 'fabs', operand: held.id }),
    right: limit,
  });
  const { yes, no } = branch(t, small, true);
  t.block = no;
  const slow = narrow(t, i, call(t, 'rt_int_from_double', [held.id]), t.typeOf(i.result));
  const slowId = toRep(t, slow, 'int');
  const slowEnd = t.block;
  t.block = yes;
  const fast = emit(t, 'FloatToInt', 'int', { operand: held.id });
  return register(
    'int',
    merge(t, 'int', [
      { block: t.block, value: fast },
      { block: slowEnd, value: slowId },
    ]),
  );
}

function toFloat(t: Translation, id: ValueId): Held | null {
  const held = get(t, id);
  if (held.rep === 'float') return held;
  return held.rep === 'int' || held.rep === 'bool'
    ? register('float', emit(t, 'IntToFloat', 'float', { operand: toRep(t, held, 'int') }))
    : null;
}

function translateAbs(t: Translation, i: CallOp): Held | null {
  const held = i.args.length === 1 ? get(t, i.args[0]!) : null;
  if (held?.rep === 'float') return register('float', emit(t, 'FloatUnary', 'float', { op: 'fabs', operand: held.id }));
  const range = held === null ? null : intervalOf(t.typeOf(i.args[0]!));
  if (held?.rep !== 'int' || range === null || range.low === -(1n << 63n)) return null;
  const negative = emit(t, 'IntCompare', 'bool', { op: 'slt', left: held.id, right: intConst(t, 0) });
  const opposite = emit(t, 'IntArith', 'int', { op: 'sub', left: intConst(t, 0), right: held.id, noWrap: true });
  return register('int', emit(t, 'Select', 'int', { condition: negative, left: opposite, right: held.id }));
}

/** min and max of two ints or two floats: the first of equals wins. */
function extreme(t: Translation, i: CallOp, ints: 'slt' | 'sgt', floats: 'olt' | 'ogt'): Held | null {
  if (i.args.length < 2) return null;
  const held = i.args.map((arg) => get(t, arg));
  const { rep } = held[0]!;
  if ((rep !== 'int' && rep !== 'float') || held.some((one) => one.rep !== rep)) return null;
  const ids = held.map((one) => (one as { id: ValueId }).id);
  const best = ids.reduce((left, right) => {
    const better =
      rep === 'int'
        ? emit(t, 'IntCompare', 'bool', { op: ints, left: right, right: left })
        : emit(t, 'FloatCompare', 'bool', { op: floats, left: right, right: left });
    return emit(t, 'Select', rep, { condition: better, left: right, right: left });
  });
  return register(rep, best);
}

const printers: { readonly [rep: string]: string } = { int: 'rt_print_int', float: 'rt_print_float', bool: 'rt_print_bool' };

/** Without keywords there is no file to look up: the pieces go to standard output. */
function translatePrint(t: Translation, i: CallOp): Held | null {
  if (t.facts.analysis.assignedNames.has('stdout') || i.args.some((arg) => get(t, arg).rep === 'virtual')) return null;
  i.args.forEach((arg, index) => {
    if (index > 0) call(t, 'rt_print_space', []);
    const held = get(t, arg);
    if (held.rep in printers) call(t, printers[held.rep]!, [(held as { id: ValueId }).id]);
    else call(t, t.typeOf(arg).kind === 'Str' ? 'rt_print_str' : 'rt_print_value', [toValue(t, held)]);
  });
  call(t, 'rt_print_newline', []);
  return register('value', noneValue(t));
}

/** A function of one double from C's library: a finite result is the answer, anything else is for the full function, which knows what to raise. */
function translateMath(t: Translation, i: CallOp, name: string): Held | null {
  const symbol = name.replace(/^math\./, 'rt_math_plain_');
  if (symbol === name || abi[symbol] === undefined || i.args.length !== 1) return null;
  const held = toFloat(t, i.args[0]!);
  if (held === null || held.rep !== 'float') return null;
  const result = call(t, symbol, [held.id]);
  const largest = emit(t, 'FloatConst', 'float', { value: Number.MAX_VALUE });
  const finite = emit(t, 'FloatCompare', 'bool', {
    op: 'ole',
    left: emit(t, 'FloatUnary', 'float', { op: 'fabs', operand: result }),
    right: largest,
  });
  const { yes, no } = branch(t, finite, true);
  t.block = no;
  const slow = toRep(t, narrow(t, i, callInFull(t, i), t.typeOf(i.result)), 'float');
  return register(
    'float',
    merge(t, 'float', [
      { block: yes, value: result },
      { block: t.block, value: slow },
    ]),
  );
}

/** The call by the runtime. */
function callInFull(t: Translation, i: CallOp): ValueId {
  const args = i.args.map((arg) => toValue(t, get(t, arg)));
  return call(t, 'rt_call', [toValue(t, get(t, i.callee)), { array: args }, { number: BigInt(args.length) }, { names: [] }]);
}

function translateSqrt(t: Translation, i: CallOp): Held | null {
  const held = i.args.length === 1 ? toFloat(t, i.args[0]!) : null;
  if (held === null || held.rep !== 'float') return null;
  const zero = emit(t, 'FloatConst', 'float', { value: 0 });
  const { yes, no } = branch(t, emit(t, 'FloatCompare', 'bool', { op: 'olt', left: held.id, right: zero }), false);
  t.block = yes;
  exitAfter(t, i, callInFull(t, i));
  t.block = no;
  return register('float', emit(t, 'FloatUnary', 'float', { op: 'sqrt', operand: held.id }));
}
