/** Divisions of small enough numbers by constants, as products. What `native/backend/expand-divisions.cpp` does for LLVM. */
import type { ValueId } from '../../base/ids.js';
import type { TypedFunction, TypedInstruction } from '../../ir/typed.js';

type IntArith = Extract<TypedInstruction, { kind: 'IntArith' }>;

/** Constants and arithmetic of a function, by result. */
export type IntDefinitions = ReadonlyMap<ValueId, IntArith | bigint>;

export function intDefinitions(fn: TypedFunction): IntDefinitions {
  const definitions = new Map<ValueId, IntArith | bigint>();
  for (const { instructions } of fn.blocks.values()) {
    for (const i of instructions) {
      if (i.kind === 'IntConst') definitions.set(i.result, i.value);
      else if (i.kind === 'IntArith') definitions.set(i.result, i);
    }
  }
  return definitions;
}

/** a / divisor is a * factor >> shift. */
export interface Product {
  readonly divisor: bigint;
  readonly factor: bigint;
  readonly shift: number;
  /** The product of the two fits 64 bits. */
  readonly isShort: boolean;
}

/** For an unsigned division by a constant of what has at most 63 bits; undefined where it had better stay. */
export function productFor(definitions: IntDefinitions, { left, right }: IntArith): Product | undefined {
  const divisor = definitions.get(right);
  if (typeof divisor !== 'bigint' || divisor < 2n || (divisor & (divisor - 1n)) === 0n) return undefined;
  const bound = boundOf(definitions, left);
  const short = multiplicationFor(bound, divisor, 64);
  if (short !== undefined) return { divisor, ...short, isShort: true };
  const long = multiplicationFor(bound, divisor, 127);
  return long === undefined || long.factor >= 1n << 64n || long.shift < 64 ? undefined : { divisor, ...long, isShort: false };
}

const greatest = (1n << 63n) - 1n;

/** The greatest value that a dividend can have: it isn't negative. */
function boundOf(definitions: IntDefinitions, value: ValueId): bigint {
  const definition = definitions.get(value);
  if (typeof definition === 'bigint') return definition;
  const divisor = definition && definitions.get(definition.right);
  if (typeof divisor !== 'bigint' || divisor <= 0n) return greatest;
  if (definition!.op === 'urem') return divisor - 1n;
  if (definition!.op === 'udiv') return boundOf(definitions, definition!.left) / divisor;
  return definition!.op === 'and' ? divisor : greatest;
}

/**
 * The factor is 2^shift / divisor, rounded up by `excess` / divisor; the product is then too large by x * excess / divisor, which does no harm below
 * 2^shift / divisor. (Granlund and Montgomery, Division by Invariant Integers using Multiplication, 1994.)
 */
function multiplicationFor(bound: bigint, divisor: bigint, bits: number): { factor: bigint; shift: number } | undefined {
  for (let shift = divisor.toString(2).length; shift < bits; shift++) {
    const power = 1n << BigInt(shift);
    const factor = (power + divisor - 1n) / divisor;
    if (bound * factor >= 1n << BigInt(bits)) return undefined;
    if (bound * (factor * divisor - power) < power) return { factor, shift };
  }
  return undefined;
}
