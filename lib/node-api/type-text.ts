/** Hints as TypeScript types. What Python accepts (`in`) is wider than what it gives (`out`). */
import type { ConstantValue } from '../syntax/ast.js';
import type { Hint, IntPolicy } from './hint.js';

export type Direction = 'in' | 'out';

const opposite = { in: 'out', out: 'in' } as const;

export interface TypeContext {
  /** Type variables that the declaration around binds; others are `unknown`. */
  readonly variables: ReadonlySet<string>;
  /** Classes and records that are declared, with the number of their type variables. */
  readonly declared: ReadonlyMap<string, number>;
}

const ints: { readonly [P in IntPolicy]: { readonly [D in Direction]: string } } = {
  auto: { in: 'number | bigint', out: 'number' },
  number: { in: 'number | bigint', out: 'number' },
  bigint: { in: 'bigint | number', out: 'bigint' },
};

const floatArrays = 'Float64Array | Float32Array';
const intArrays = 'Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array';

const typedArrays = `Uint8Array | ${floatArrays} | ${intArrays.replace('Uint8Array | ', '')}`;

export function typeText(ctx: TypeContext, hint: Hint, direction: Direction): string {
  const inner = (one: Hint): string => typeText(ctx, one, direction);
  switch (hint.kind) {
    case 'any':
      return 'unknown';
    case 'int':
      return ints[hint.policy][direction];
    case 'float':
      return 'number';
    case 'bool':
      return 'boolean';
    case 'str':
      return 'string';
    case 'none':
      return direction === 'in' ? 'null | undefined' : 'null';
    case 'bytes':
    case 'bytearray':
      return direction === 'in' ? 'Uint8Array | ArrayBuffer | ArrayBufferView' : 'Uint8Array';
    case 'memoryview':
      return direction === 'in' ? 'ArrayBuffer | ArrayBufferView' : typedArrays;
    case 'datetime':
    case 'date':
      return 'Date';
    case 'list':
      return listText(ctx, hint.item, direction);
    case 'row':
      return direction === 'in' ? `readonly ${bracket(inner(hint.item))}[]` : `${bracket(inner(hint.item))}[]`;
    case 'tuple':
      return `${direction === 'in' ? 'readonly ' : ''}[${hint.items.map(inner).join(', ')}]`;
    case 'set':
    case 'frozenset':
      return `${direction === 'in' ? 'ReadonlySet' : 'Set'}<${inner(hint.item)}>`;
    case 'iterable':
      return `${direction === 'in' ? 'Iterable' : 'IterableIterator'}<${inner(hint.item)}>`;
    case 'dict':
      return dictText(ctx, hint.key, hint.value, direction);
    case 'union':
      return unionText(hint.members.map(inner));
    case 'literal':
      return hint.values.map(valueText).join(' | ');
    case 'asyncIterable':
      return `${direction === 'in' ? 'AsyncIterable' : 'AsyncIterableIterator'}<${inner(hint.item)}>`;
    case 'class':
      return classText(ctx, hint.name, hint.args ?? [], direction);
    case 'record':
      return ctx.declared.has(hint.name) ? hint.name : 'unknown';
    case 'callable':
      return callableText(ctx, hint.parameters, hint.result, direction);
    case 'awaitable':
      return `${direction === 'in' ? 'PromiseLike' : 'Promise'}<${resultText(ctx, hint.result)}>`;
    case 'variable':
      return hint.name === 'Self' ? 'this' : ctx.variables.has(hint.name) ? hint.name : 'unknown';
  }
}

function unionText(members: readonly string[]): string {
  const simple = (text: string): string[] => (/^[\w |]+$/.test(text) ? text.split(' | ') : [/=>/.test(text) ? `(${text})` : text]);
  return [...new Set(members.flatMap(simple))].join(' | ');
}

function classText({ declared, ...ctx }: TypeContext, name: string, args: readonly Hint[], direction: Direction): string {
  if (!declared.has(name)) return 'unknown';
  const fits = args.length > 0 && declared.get(name) === args.length;
  return fits ? `${name}<${args.map((one) => typeText({ declared, ...ctx }, one, direction)).join(', ')}>` : name;
}

/** What a function returns: `None` says nothing. */
export const resultText = (ctx: TypeContext, hint: Hint): string => (hint.kind === 'none' ? 'void' : typeText(ctx, hint, 'out'));

/** Inside `[]` and unions, what has weaker operators stands in parentheses. */
const bracket = (text: string): string => (/ \| |=>/.test(text) ? `(${text})` : text);

function listText(ctx: TypeContext, item: Hint, direction: Direction): string {
  const array = `${bracket(typeText(ctx, item, direction))}[]`;
  if (direction === 'out') return array;
  const views = item.kind === 'float' ? ` | ${floatArrays}` : item.kind === 'int' ? ` | ${intArrays}` : '';
  return `readonly ${array}${views}`;
}

function dictText(ctx: TypeContext, key: Hint, value: Hint, direction: Direction): string {
  const [k, v] = [typeText(ctx, key, direction), typeText(ctx, value, direction)];
  const isText = key.kind === 'str' || (key.kind === 'literal' && key.values.every((one) => one.type === 'str'));
  const record = key.kind === 'literal' ? `Partial<Record<${k}, ${v}>>` : `Record<string, ${v}>`;
  if (direction === 'in') return isText || key.kind === 'any' ? `Readonly<${record}> | ReadonlyMap<${k}, ${v}>` : `ReadonlyMap<${k}, ${v}>`;
  if (isText) return record;
  return key.kind === 'any' ? `${record} | Map<unknown, ${v}>` : `Map<${k}, ${v}>`;
}

function callableText(ctx: TypeContext, parameters: readonly Hint[] | null, result: Hint, direction: Direction): string {
  const args = parameters === null ? '...args: any[]' : parameters.map((one, index) => `arg${index}: ${typeText(ctx, one, opposite[direction])}`).join(', ');
  const given = result.kind === 'none' ? 'void' : typeText(ctx, result, direction);
  return `(${args}) => ${given}`;
}

function valueText(value: ConstantValue): string {
  switch (value.type) {
    case 'None':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'int':
      return String(value.value);
    case 'str':
      return JSON.stringify(value.value);
    default:
      return 'unknown';
  }
}
