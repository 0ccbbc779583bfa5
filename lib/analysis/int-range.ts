/** Interval arithmetic on unbounded ints: what an operation can give before it is cut to 64 bits. */
import { int, intMax, intMin, type Type } from '../types/type.js';
import type { BinaryOperator } from '../ir/generic.js';

export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

const everything: Interval = { low: -(1n << 200n), high: 1n << 200n };

/** The interval of an int or bool type. */
export function intervalOf(type: Type): Interval | null {
  if (type.kind === 'Int') return type;
  return type.kind === 'Bool' ? { low: 0n, high: 1n } : null;
}

export function fits64(range: Interval): boolean {
  return range.low >= intMin && range.high <= intMax;
}

export function intOf(range: Interval): Type {
  return int(range.low, range.high);
}

function corners(a: Interval, b: Interval, f: (x: bigint, y: bigint) => bigint): Interval {
  const all = [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)];
  return { low: all.reduce((x, y) => (x < y ? x : y)), high: all.reduce((x, y) => (x > y ? x : y)) };
}

export function floorDivide(x: bigint, y: bigint): bigint {
  const quotient = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient;
}

function bitLength(x: bigint): bigint {
  return BigInt((x < 0n ? -x : x).toString(2).length);
}

type Rule = (a: Interval, b: Interval) => Interval;

const addition: Rule = (a, b) => ({ low: a.low + b.low, high: a.high + b.high });
const subtraction: Rule = (a, b) => ({ low: a.low - b.high, high: a.high - b.low });

function floorDivision(a: Interval, b: Interval): Interval {
  if (b.low > 0n || b.high < 0n) return corners(a, b, floorDivide);
  const bound = a.low < 0n ? (-a.low > a.high ? -a.low : a.high) : a.high;
  return { low: -bound - 1n, high: bound + 1n };
}

function modulo(a: Interval, b: Interval): Interval {
  const high = b.high > 0n ? b.high - 1n : 0n;
  const low = b.low < 0n ? b.low + 1n : 0n;
  if (a.low >= 0n && b.low >= 0n) return { low: 0n, high: a.high < high ? a.high : high };
  return { low, high };
}

function bitAnd(a: Interval, b: Interval): Interval {
  if (a.low >= 0n && b.low >= 0n) return { low: 0n, high: a.high < b.high ? a.high : b.high };
  if (a.low >= 0n) return { low: 0n, high: a.high };
  if (b.low >= 0n) return { low: 0n, high: b.high };
  return bitSpan(a, b);
}

/** All numbers of as many bits as the longer operand. */
function bitSpan(a: Interval, b: Interval): Interval {
  const bits = [a.low, a.high, b.low, b.high].map(bitLength).reduce((x, y) => (x > y ? x : y));
  const high = (1n << bits) - 1n;
  return { low: a.low >= 0n && b.low >= 0n ? 0n : -high - 1n, high };
}

function leftShift(a: Interval, b: Interval): Interval {
  if (b.low < 0n || b.high > 128n) return everything;
  return corners(a, b, (x, y) => x << y);
}

function rightShift(a: Interval, b: Interval): Interval {
  const low = b.low < 0n ? 0n : b.low;
  const cap = (n: bigint): bigint => (n > 64n ? 64n : n < 0n ? 0n : n);
  return corners(a, { low: cap(low), high: cap(b.high) }, (x, y) => x >> y);
}

function power(a: Interval, b: Interval): Interval {
  if (b.low < 0n || b.high > 64n || bitLength(a.low) * b.high > 200n || bitLength(a.high) * b.high > 200n) return everything;
  const range = corners(a, b, (x, y) => x ** y);
  return a.low < 0n
    ? { low: -(range.high > -range.low ? range.high : -range.low), high: range.high > -range.low ? range.high : -range.low }
    : range;
}

const rules: { readonly [O in BinaryOperator]?: Rule } = {
  Add: addition,
  Sub: subtraction,
  Mult: (a, b) => corners(a, b, (x, y) => x * y),
  FloorDiv: floorDivision,
  Mod: modulo,
  BitAnd: bitAnd,
  BitOr: bitSpan,
  BitXor: bitSpan,
  LShift: leftShift,
  RShift: rightShift,
  Pow: power,
};

/** The interval of `a op b` for ints, not cut to 64 bits; null for an operator whose result is no int. */
export function binaryInterval(op: BinaryOperator, a: Interval, b: Interval): Interval | null {
  return rules[op]?.(a, b) ?? null;
}

/** Wider than both, so that loops end soon: a bound that moved goes to the next landmark. */
export function widen(old: Type, grown: Type, landmarks: readonly bigint[]): Type {
  if (old.kind !== 'Int' || grown.kind !== 'Int') return grown;
  const low = grown.low < old.low ? (landmarks.findLast((mark) => mark <= grown.low) ?? intMin) : grown.low;
  const high = grown.high > old.high ? (landmarks.find((mark) => mark >= grown.high) ?? intMax) : grown.high;
  return int(low, high);
}
