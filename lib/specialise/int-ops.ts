/**
 * Operators on ints held in 64 bits. Where the result may not fit, the cold path computes it with the runtime and leaves the fast version.
 */
import type { ValueId } from '../base/ids.js';
import { binaryInterval, fits64, intervalOf, type Interval } from '../analysis/int-range.js';
import type { BinaryOperator } from '../ir/generic.js';
import { operatorNames, type OfKind } from '../ir/generic-info.js';
import type { IntComparison, IntOperator } from '../ir/typed.js';
import {
  branch,
  call,
  emit,
  exitAfter,
  get,
  intConst,
  merge,
  register,
  toRep,
  toValue,
  type Held,
  type Translation,
} from './translation.js';
import { onlyLowBits } from './wrapping.js';

type BinaryOp = OfKind<'Binary' | 'InplaceBinary'>;

interface Operands {
  readonly point: BinaryOp;
  readonly left: ValueId;
  readonly right: ValueId;
  readonly a: Interval;
  readonly b: Interval;
}

/** An operator on two ints (or bools); null: not one that has an int result in 64 bits. */
export function translateIntBinary(t: Translation, i: BinaryOp): Held | null {
  const [a, b] = [intervalOf(t.typeOf(i.left)), intervalOf(t.typeOf(i.right))];
  if (a === null || b === null) return null;
  const [l, r] = [get(t, i.left), get(t, i.right)];
  if (l.rep === 'bool' && r.rep === 'bool' && t.typeOf(i.result).kind === 'Bool') return boolBinary(t, i.op, l.id, r.id);
  if (!['int', 'bool'].includes(l.rep) || !['int', 'bool'].includes(r.rep)) return null;
  if (i.op === 'Div') return trueDivision(t, { point: i, left: toRep(t, l, 'int'), right: toRep(t, r, 'int'), a, b });
  if (t.typeOf(i.result).kind !== 'Int') return null;
  return intRules[i.op]?.(t, { point: i, left: toRep(t, l, 'int'), right: toRep(t, r, 'int'), a, b }) ?? null;
}

function boolBinary(t: Translation, op: BinaryOperator, left: ValueId, right: ValueId): Held | null {
  const ops: { readonly [O in BinaryOperator]?: 'and' | 'or' | 'xor' } = { BitAnd: 'and', BitOr: 'or', BitXor: 'xor' };
  const name = ops[op];
  return name === undefined ? null : register('bool', emit(t, 'BoolArith', 'bool', { op: name, left, right }));
}

function arith(t: Translation, op: IntOperator, left: ValueId, right: ValueId, noWrap = false): ValueId {
  return emit(t, 'IntArith', 'int', { op, left, right, noWrap });
}

function compareInts(t: Translation, op: IntComparison, left: ValueId, right: ValueId): ValueId {
  return emit(t, 'IntCompare', 'bool', { op, left, right });
}

/** Add, subtract, multiply. */
function overflowing(op: 'add' | 'sub' | 'mul'): (t: Translation, o: Operands) => Held {
  return (t, o) => {
    const range = binaryInterval(o.point.op, o.a, o.b)!;
    const exactOperands = !t.wrapped.has(o.point.left) && !t.wrapped.has(o.point.right);
    if (exactOperands && fits64(range)) return register('int', arith(t, op, o.left, o.right, true));
    if (onlyLowBits(t, o.point.result)) {
      t.wrapped.add(o.point.result);
      return register('int', arith(t, op, o.left, o.right));
    }
    const checked = emit(t, 'IntChecked', 'checked', { op, left: o.left, right: o.right });
    const { yes, no } = branch(t, emit(t, 'CheckedOverflow', 'bool', { operand: checked }), false);
    t.block = yes;
    exitAfter(t, o.point, call(t, `rt_int_${op}_i64`, [o.left, o.right]));
    t.block = no;
    return register('int', emit(t, 'CheckedValue', 'int', { operand: checked }));
  };
}

/** Where `bad` holds the runtime does the operation, and the result is a reason to leave. */
function unlessBad(t: Translation, o: Operands, bad: ValueId | null): void {
  if (bad === null) return;
  const { yes, no } = branch(t, bad, false);
  t.block = yes;
  exitAfter(t, o.point, slowly(t, o));
  t.block = no;
}

function slowly(t: Translation, o: Operands): ValueId {
  return call(t, `rt_${operatorNames[o.point.op]}`, [toValue(t, register('int', o.left)), toValue(t, register('int', o.right))]);
}

/** Division by zero, and the one quotient that does not fit. */
function badDivisor(t: Translation, o: Operands): ValueId | null {
  const zero = o.b.low <= 0n && o.b.high >= 0n ? compareInts(t, 'eq', o.right, intConst(t, 0)) : null;
  if (!(o.b.low <= -1n && o.b.high >= -1n && o.a.low === -(1n << 63n))) return zero;
  const minusOne = compareInts(t, 'eq', o.right, intConst(t, -1));
  const lowest = compareInts(t, 'eq', o.left, intConst(t, -(1n << 63n)));
  const overflow = emit(t, 'BoolArith', 'bool', { op: 'and', left: minusOne, right: lowest });
  return zero === null ? overflow : emit(t, 'BoolArith', 'bool', { op: 'or', left: zero, right: overflow });
}

function floorDivision(t: Translation, o: Operands): Held {
  unlessBad(t, o, badDivisor(t, o));
  if (o.a.low >= 0n && o.b.low >= 0n) return register('int', arith(t, 'udiv', o.left, o.right));
  const shift = powerOfTwo(o.b);
  if (shift !== null) return register('int', arith(t, 'ashr', o.left, intConst(t, shift)));
  const quotient = arith(t, 'sdiv', o.left, o.right);
  const fix = needsFloor(t, o);
  return register(
    'int',
    emit(t, 'Select', 'int', { condition: fix.condition, left: arith(t, 'sub', quotient, intConst(t, 1)), right: quotient }),
  );
}

function modulo(t: Translation, o: Operands): Held {
  unlessBad(t, o, badDivisor(t, o));
  if (o.a.low >= 0n && o.b.low >= 0n) return register('int', arith(t, 'urem', o.left, o.right));
  const shift = powerOfTwo(o.b);
  if (shift !== null) return register('int', arith(t, 'and', o.left, intConst(t, (1n << shift) - 1n)));
  const fix = needsFloor(t, o);
  return register(
    'int',
    emit(t, 'Select', 'int', { condition: fix.condition, left: arith(t, 'add', fix.remainder, o.right), right: fix.remainder }),
  );
}

/** C's remainder, and whether it has the wrong sign for Python. */
function needsFloor(t: Translation, o: Operands): { condition: ValueId; remainder: ValueId } {
  const remainder = arith(t, 'srem', o.left, o.right);
  const zero = intConst(t, 0);
  const some = compareInts(t, 'ne', remainder, zero);
  const differs = compareInts(t, 'slt', arith(t, 'xor', remainder, o.right), zero);
  return { condition: emit(t, 'BoolArith', 'bool', { op: 'and', left: some, right: differs }), remainder };
}

function powerOfTwo(b: Interval): bigint | null {
  if (b.low !== b.high || b.low <= 0n || (b.low & (b.low - 1n)) !== 0n) return null;
  return BigInt(b.low.toString(2).length - 1);
}

function leftShift(t: Translation, o: Operands): Held {
  const inRange = o.b.low >= 0n && o.b.high <= 63n;
  if (inRange && fits64(binaryInterval('LShift', o.a, o.b)!)) return register('int', arith(t, 'shl', o.left, o.right));
  if (inRange && onlyLowBits(t, o.point.result)) {
    t.wrapped.add(o.point.result);
    return register('int', arith(t, 'shl', o.left, o.right));
  }
  const count = inRange ? o.right : arith(t, 'and', o.right, intConst(t, 63));
  const result = arith(t, 'shl', o.left, count);
  let bad = compareInts(t, 'ne', arith(t, 'ashr', result, count), o.left);
  if (!inRange)
    bad = emit(t, 'BoolArith', 'bool', { op: 'or', left: bad, right: compareInts(t, 'ugt', o.right, intConst(t, 63)) });
  unlessBad(t, o, bad);
  return register('int', result);
}

function rightShift(t: Translation, o: Operands): Held {
  if (o.b.low < 0n) unlessBad(t, o, compareInts(t, 'slt', o.right, intConst(t, 0)));
  const count = o.b.high <= 63n ? o.right : arith(t, 'smin', o.right, intConst(t, 63));
  return register('int', arith(t, 'ashr', o.left, count));
}

function power(t: Translation, o: Operands): Held | null {
  if (o.b.low !== o.b.high || o.b.low !== 2n) {
    const value = call(t, 'rt_int_pow_i64', [o.left, o.right]);
    const { yes, no } = branch(t, emit(t, 'IsSmall', 'bool', { operand: value }), true);
    t.block = no;
    exitAfter(t, o.point, value);
    t.block = yes;
    return register('int', emit(t, 'SmallToInt', 'int', { operand: value }));
  }
  if (fits64(binaryInterval('Mult', o.a, o.a)!)) return register('int', arith(t, 'mul', o.left, o.left, true));
  const checked = emit(t, 'IntChecked', 'checked', { op: 'mul', left: o.left, right: o.left });
  unlessBad(t, o, emit(t, 'CheckedOverflow', 'bool', { operand: checked }));
  return register('int', emit(t, 'CheckedValue', 'int', { operand: checked }));
}

function bitwise(op: 'and' | 'or' | 'xor'): (t: Translation, o: Operands) => Held {
  return (t, o) => {
    if (t.wrapped.has(o.point.left) || t.wrapped.has(o.point.right)) t.wrapped.add(o.point.result);
    return register('int', arith(t, op, o.left, o.right));
  };
}

const intRules: { readonly [O in BinaryOperator]?: (t: Translation, o: Operands) => Held | null } = {
  Add: overflowing('add'),
  Sub: overflowing('sub'),
  Mult: overflowing('mul'),
  FloorDiv: floorDivision,
  Mod: modulo,
  LShift: leftShift,
  RShift: rightShift,
  BitAnd: bitwise('and'),
  BitOr: bitwise('or'),
  BitXor: bitwise('xor'),
  Pow: power,
};

const exact = 1n << 53n;

/** Correct rounding of a quotient needs operands that doubles hold exactly; else the runtime divides. */
function trueDivision(t: Translation, o: Operands): Held {
  let bad = o.b.low <= 0n && o.b.high >= 0n ? compareInts(t, 'eq', o.right, intConst(t, 0)) : null;
  for (const [id, range] of [
    [o.left, o.a],
    [o.right, o.b],
  ] as const) {
    if (range.low >= -exact && range.high <= exact) continue;
    const outside = compareInts(t, 'ugt', arith(t, 'add', id, intConst(t, exact)), intConst(t, 2n * exact));
    bad = bad === null ? outside : emit(t, 'BoolArith', 'bool', { op: 'or', left: bad, right: outside });
  }
  const quotient = (): ValueId =>
    emit(t, 'FloatArith', 'float', {
      op: 'div',
      left: emit(t, 'IntToFloat', 'float', { operand: o.left }),
      right: emit(t, 'IntToFloat', 'float', { operand: o.right }),
    });
  if (bad === null) return register('float', quotient());
  const { yes, no } = branch(t, bad, false);
  t.block = yes;
  const slow = emit(t, 'UnboxFloat', 'float', { operand: slowly(t, o) });
  const slowEnd = t.block;
  t.block = no;
  const fast = quotient();
  return register(
    'float',
    merge(t, 'float', [
      { block: t.block, value: fast },
      { block: slowEnd, value: slow },
    ]),
  );
}

export const intComparisons = { Lt: 'slt', LtE: 'sle', Eq: 'eq', NotEq: 'ne', Gt: 'sgt', GtE: 'sge' } as const;

export function translateIntUnary(t: Translation, i: OfKind<'Unary'>): Held | null {
  const type = t.typeOf(i.operand);
  const held = get(t, i.operand);
  if (intervalOf(type) === null || (held.rep !== 'int' && held.rep !== 'bool')) return null;
  if (i.op === 'Not') return null;
  const operand = toRep(t, held, 'int');
  if (i.op === 'UAdd') return register('int', operand);
  if (i.op === 'Invert') return register('int', arith(t, 'xor', operand, intConst(t, -1)));
  if (intervalOf(type)!.low > -(1n << 63n)) return register('int', arith(t, 'sub', intConst(t, 0), operand, true));
  const { yes, no } = branch(t, compareInts(t, 'eq', operand, intConst(t, -(1n << 63n))), false);
  t.block = yes;
  exitAfter(t, i, call(t, 'rt_neg', [toValue(t, register('int', operand))]));
  t.block = no;
  return register('int', arith(t, 'sub', intConst(t, 0), operand, true));
}
