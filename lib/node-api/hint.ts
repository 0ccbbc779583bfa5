/** What annotations say about values that cross to JavaScript. A Hint is no promise: the boundary checks what arrives. */
import type { ConstantValue } from '../syntax/ast.js';

/** How an int crosses: `auto` is a number where that is safe, else a BigInt; `number` raises where it is not safe. */
export type IntPolicy = 'auto' | 'number' | 'bigint';

export const intPolicies: readonly IntPolicy[] = ['auto', 'number', 'bigint'];

export type SimpleHint = 'any' | 'float' | 'bool' | 'str' | 'none' | 'bytes' | 'bytearray' | 'memoryview' | 'datetime' | 'date';

export type Hint =
  | { readonly kind: SimpleHint }
  | { readonly kind: 'int'; readonly policy: IntPolicy }
  | { readonly kind: 'list' | 'set' | 'frozenset' | 'iterable' | 'asyncIterable'; readonly item: Hint }
  | { readonly kind: 'tuple'; readonly items: readonly Hint[] }
  /** `tuple[T, ...]` */
  | { readonly kind: 'row'; readonly item: Hint }
  | { readonly kind: 'dict'; readonly key: Hint; readonly value: Hint }
  | { readonly kind: 'union'; readonly members: readonly Hint[] }
  | { readonly kind: 'literal'; readonly values: readonly ConstantValue[] }
  /** An instance of a class of the module (of a protocol: anything), or what a TypedDict of it describes. */
  | { readonly kind: 'class'; readonly name: string; readonly args?: readonly Hint[]; readonly isProtocol?: boolean }
  | { readonly kind: 'record'; readonly name: string; readonly fields: readonly RecordField[] }
  /** `parameters` null: any. */
  | { readonly kind: 'callable'; readonly parameters: readonly Hint[] | null; readonly result: Hint }
  | { readonly kind: 'awaitable'; readonly result: Hint }
  | { readonly kind: 'variable'; readonly name: string };

export interface RecordField {
  readonly name: string;
  readonly hint: Hint;
  readonly required: boolean;
}

export const anyHint: Hint = { kind: 'any' };
export const noneHint: Hint = { kind: 'none' };

export function union(members: readonly Hint[]): Hint {
  const flat = members.flatMap((member) => (member.kind === 'union' ? member.members : [member]));
  const seen = new Map(flat.map((member) => [JSON.stringify(member, bigints), member]));
  if (flat.some((member) => member.kind === 'any')) return anyHint;
  return seen.size === 1 ? flat[0]! : { kind: 'union', members: [...seen.values()] };
}

const bigints = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);

/** Can a plain object be meant as a value of that kind? Where it can't, one in the last place holds keyword arguments. */
export function admitsObject(hint: Hint): boolean {
  switch (hint.kind) {
    case 'any':
    case 'dict':
    case 'record':
    case 'variable':
    case 'class':
      return true;
    case 'union':
      return hint.members.some(admitsObject);
    default:
      return false;
  }
}
