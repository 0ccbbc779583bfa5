/** C expressions under construction, and conversions between the C types of representations. */
import { assert } from '../../base/assert.js';
import type { Rep } from '../../ir/function.js';

export interface Expression {
  readonly text: string;
  /** Does it stand anywhere without parentheses? */
  readonly isAtom: boolean;
  /** Does it read memory? It must be evaluated before anything is written. */
  readonly reads: boolean;
}

export const atom = (text: string, reads = false): Expression => ({ text, isAtom: true, reads });
export const compound = (text: string, reads = false): Expression => ({ text, isAtom: false, reads });

/** As an operand. */
export const operand = (e: Expression): string => (e.isAtom ? e.text : `(${e.text})`);

export const binary = (left: Expression, operator: string, right: Expression): Expression =>
  compound(`${operand(left)} ${operator} ${operand(right)}`, left.reads || right.reads);

/** A call of something that neither reads nor writes memory. */
export const applied = (name: string, ...args: readonly Expression[]): Expression =>
  atom(`${name}(${args.map((argument) => argument.text).join(', ')})`, args.some((argument) => argument.reads));

/** What conversions go by: the C type of a register. */
export type Shape = 'i64' | 'i32' | 'i1' | 'double' | 'ptr';

const shapes: { readonly [R in Rep]?: Shape } = { value: 'i64', int: 'i64', float: 'double', bool: 'i1', raw: 'ptr', status: 'i32' };

export function shapeOf(rep: Rep): Shape {
  const shape = shapes[rep];
  assert(shape !== undefined, `${rep} has no single word`);
  return shape;
}

/** The C type of a variable. */
export const cTypes: { readonly [R in Rep]: string } = {
  value: 'RtValue',
  int: 'int64_t',
  float: 'double',
  bool: 'bool',
  raw: 'void *',
  status: 'int',
  checked: 'int64_t',
  pair: 'Pair',
  void: 'void',
};

/** A declaration's beginning: `int64_t x`, `void *x`. */
export const declaration = (type: string, name: string): string => (type.endsWith('*') ? `${type}${name}` : `${type} ${name}`);

export function convert(e: Expression, from: Shape, to: Shape): Expression {
  if (from === to) return e;
  if (to === 'ptr') return applied('PTR', convert(e, from, 'i64'));
  if (from === 'ptr') return convert(applied('VAL', e), 'i64', to);
  if (from === 'double') return convert(applied('double_bits', e), 'i64', to);
  if (to === 'double') return applied('bits_double', convert(e, from, 'i64'));
  if (to === 'i1') return compound(`(${operand(e)} & 1) != 0`, e.reads);
  return compound(`(${to === 'i64' ? 'int64_t' : 'int32_t'})${operand(e)}`, e.reads);
}
