/** The contents of static data, before a back end writes them down: the fields of RtCode, RtStr, RtInt and RtEntryCheck. */
import { codeFlag } from '../../builtins/layout.js';
import type { IrFunction, Parameter } from '../../ir/function.js';

export function codeFlags(fn: IrFunction): number {
  const has = (kind: Parameter['kind']): boolean => countParameters(fn, kind) > 0;
  return (
    (has('varargs') ? codeFlag.varargs : 0) |
    (has('kwargs') ? codeFlag.kwargs : 0) |
    (fn.kind === 'generator' && fn.async !== 'coroutine' ? codeFlag.generator : 0) |
    (fn.async === undefined ? 0 : codeFlag.coroutine)
  );
}

export function countParameters(fn: IrFunction, ...kinds: Parameter['kind'][]): number {
  return fn.parameters.filter((parameter) => kinds.includes(parameter.kind)).length;
}

/** A text in canonical form: the smallest units that hold all its code points. */
export interface StrLayout {
  readonly points: readonly number[];
  readonly unitBytes: 1 | 2 | 4;
  readonly isAscii: boolean;
}

export function strLayout(text: string): StrLayout {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const highest = points.reduce((a, b) => Math.max(a, b), 0);
  return { points, unitBytes: highest < 256 ? 1 : highest < 65536 ? 2 : 4, isAscii: highest < 128 };
}

const mask64 = (1n << 64n) - 1n;

/** The magnitude of an int in words of 64 bits, the lowest first. */
export function limbsOf(value: bigint): bigint[] {
  const limbs: bigint[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 64n) limbs.push(rest & mask64);
  return limbs;
}

const smallest = -(1n << 62n);

/** Ints of this range are tagged words. */
export const isSmallInt = (value: bigint): boolean => value >= smallest && value < -smallest;

/** A bound that small ints are compared with. */
export const smallBound = (bound: bigint): bigint => (bound < smallest ? smallest : bound >= -smallest ? -smallest - 1n : bound);

/** The runtime's objects for constants that there is one of. */
export const singletons = {
  None: 'rt_none_object',
  Ellipsis: 'rt_ellipsis_object',
  NotImplemented: 'rt_notimplemented_object',
} as const;
