/** Operators with a float operand. */
import type { ValueId } from '../base/ids.js';
import { intervalOf } from '../analysis/int-range.js';
import type { BinaryOperator } from '../ir/generic.js';
import { operatorNames, type OfKind } from '../ir/generic-info.js';
import type { FloatComparison } from '../ir/typed.js';
import { float, type Type } from '../types/type.js';
import { narrow, typeTest } from './guards.js';
import {
  branch,
  call,
  emit,
  exitAfter,
  get,
  meet,
  merge,
  register,
  toRep,
  toValue,
  type Held,
  type Translation,
} from './translation.js';

type BinaryOp = OfKind<'Binary' | 'InplaceBinary'>;

/** Ints up to this are doubles exactly; larger ones are converted by the runtime, which rounds as CPython does. */
const exact = 1n << 53n;

/** A number as a double; null: not a number that is held unboxed. */
function toFloat(t: Translation, id: ValueId): ValueId | null {
  const held = get(t, id);
  if (held.rep === 'float') return held.id;
  if (held.rep === 'bool') return emit(t, 'IntToFloat', 'float', { operand: toRep(t, held, 'int') });
  // A conversion from 64 bits rounds to nearest even, as CPython's does.
  return held.rep === 'int' ? emit(t, 'IntToFloat', 'float', { operand: held.id }) : null;
}

/** Is it an int or a float, as `total = 0` is before floats are added to it? */
function isIntOrFloat(type: Type): boolean {
  return (
    type.kind === 'Union' &&
    type.members.length === 2 &&
    type.members.every((member) => member.kind === 'Int' || member.kind === 'Float')
  );
}

/** A value that inference takes for an int or a float as a double. Where it is neither, the runtime does the operation and this version is left. */
function eitherToFloat(t: Translation, i: BinaryOp, value: ValueId): ValueId {
  const small = branch(t, emit(t, 'IsSmall', 'bool', { operand: value }));
  t.block = small.yes;
  const fromInt = emit(t, 'IntToFloat', 'float', { operand: emit(t, 'SmallToInt', 'int', { operand: value }) });
  t.block = small.no;
  const { yes, no } = branch(t, typeTest(t, value, float), true);
  t.block = no;
  const name = i.kind === 'Binary' ? 'rt_' : 'rt_inplace_';
  exitAfter(t, i, call(t, `${name}${operatorNames[i.op]}`, [toValue(t, get(t, i.left)), toValue(t, get(t, i.right))]));
  t.block = yes;
  const fromFloat = emit(t, 'UnboxFloat', 'float', { operand: value });
  return merge(t, 'float', [
    { block: small.yes, value: fromInt },
    { block: yes, value: fromFloat },
  ]);
}

function operandToFloat(t: Translation, i: BinaryOp, id: ValueId): ValueId | null {
  const held = get(t, id);
  return held.rep === 'value' && isIntOrFloat(t.typeOf(id)) ? eitherToFloat(t, i, held.id) : toFloat(t, id);
}

export function translateFloatBinary(t: Translation, i: BinaryOp): Held | null {
  if (t.typeOf(i.left).kind !== 'Float' && t.typeOf(i.right).kind !== 'Float') return null;
  const rule = floatRules[i.op];
  if (t.typeOf(i.result).kind !== 'Float' || rule === undefined) return null;
  const left = operandToFloat(t, i, i.left);
  const right = operandToFloat(t, i, i.right);
  return left === null || right === null ? null : rule(t, i, left, right);
}

function plain(op: 'add' | 'sub' | 'mul'): (t: Translation, i: BinaryOp, left: ValueId, right: ValueId) => Held {
  return (t, _, left, right) => register('float', emit(t, 'FloatArith', 'float', { op, left, right }));
}

/** Raises on zero; else `compute`. */
function dividing(
  compute: (t: Translation, left: ValueId, right: ValueId) => ValueId,
): (t: Translation, i: BinaryOp, left: ValueId, right: ValueId) => Held {
  return (t, i, left, right) => {
    const zero = emit(t, 'FloatConst', 'float', { value: 0 });
    const { yes, no } = branch(t, emit(t, 'FloatCompare', 'bool', { op: 'oeq', left: right, right: zero }), false);
    t.block = yes;
    exitAfter(
      t,
      i,
      call(t, `rt_${operatorNames[i.op]}`, [toValue(t, register('float', left)), toValue(t, register('float', right))]),
    );
    t.block = no;
    return register('float', compute(t, left, right));
  };
}

function power(t: Translation, i: BinaryOp, left: ValueId, right: ValueId): Held {
  const zero = emit(t, 'FloatConst', 'float', { value: 0 });
  const { yes, no } = branch(t, emit(t, 'FloatCompare', 'bool', { op: 'ogt', left, right: zero }), true);
  t.block = yes;
  const result = call(t, 'rt_float_pow_plain', [left, right]);
  // Finite operands whose power is infinite: OverflowError.
  const largest = emit(t, 'FloatConst', 'float', { value: Number.MAX_VALUE });
  const finite = branch(t, emit(t, 'FloatCompare', 'bool', { op: 'ole', left: result, right: largest }), true);
  meet(t, [no, finite.no]);
  const value = call(t, 'rt_float_pow', [left, right]);
  const careful = narrow(t, i, value, t.typeOf(i.result));
  const carefulEnd = t.block;
  return register(
    'float',
    merge(t, 'float', [
      { block: finite.yes, value: result },
      { block: carefulEnd, value: toRep(t, careful, 'float') },
    ]),
  );
}

const floatRules: { readonly [O in BinaryOperator]?: (t: Translation, i: BinaryOp, left: ValueId, right: ValueId) => Held } = {
  Add: plain('add'),
  Sub: plain('sub'),
  Mult: plain('mul'),
  Div: dividing((t, left, right) => emit(t, 'FloatArith', 'float', { op: 'div', left, right })),
  FloorDiv: dividing((t, left, right) => call(t, 'rt_float_floordiv', [left, right])),
  Mod: dividing((t, left, right) => call(t, 'rt_float_mod', [left, right])),
  Pow: power,
};

export const floatComparisons: { readonly [O in 'Lt' | 'LtE' | 'Eq' | 'NotEq' | 'Gt' | 'GtE']: FloatComparison } = {
  Lt: 'olt',
  LtE: 'ole',
  Eq: 'oeq',
  NotEq: 'une',
  Gt: 'ogt',
  GtE: 'oge',
};

/** A comparison of floats, or of a float and an int that a double holds exactly. */
export function translateFloatCompare(t: Translation, i: OfKind<'Compare'>): Held | null {
  const op = floatComparisons[i.op as keyof typeof floatComparisons];
  if (op === undefined || (t.typeOf(i.left).kind !== 'Float' && t.typeOf(i.right).kind !== 'Float')) return null;
  if (!isExact(t, i.left) || !isExact(t, i.right)) return null;
  const left = toFloat(t, i.left);
  const right = toFloat(t, i.right);
  return left === null || right === null ? null : register('bool', emit(t, 'FloatCompare', 'bool', { op, left, right }));
}

function isExact(t: Translation, id: ValueId): boolean {
  const type = t.typeOf(id);
  const range = intervalOf(type);
  return type.kind === 'Float' || (range !== null && range.low >= -exact && range.high <= exact);
}

export function translateFloatUnary(t: Translation, i: OfKind<'Unary'>): Held | null {
  const held = get(t, i.operand);
  if (held.rep !== 'float') return null;
  if (i.op === 'USub') return register('float', emit(t, 'FloatUnary', 'float', { op: 'neg', operand: held.id }));
  return i.op === 'UAdd' ? held : null;
}
