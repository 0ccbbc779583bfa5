/** Immortal objects and other data as C definitions. Equal data is made once. */
import { assert } from '../../base/assert.js';
import type { ConstantData } from '../../ir/generic.js';
import { isSmallInt, limbsOf, singletons, strLayout } from '../shared/static-layout.js';
import { applied, atom, type Expression } from './expression.js';
import { floatLiteral, intLiteral, literal, wordsOf } from './names.js';
import { once, symbolAddress, type ProgramState } from './program-state.js';

/** The name of an RtStr in canonical form. */
export function staticStr(p: ProgramState, text: string): string {
  return once(p, `str ${text}`, `str_${wordsOf(text)}`, (name) => p.data.push(strDefinition(name, text)));
}

function strDefinition(name: string, text: string): string {
  const { points, unitBytes, isAscii } = strLayout(text);
  if (unitBytes === 1) return `STR(${name}, ${points.length}, ${isAscii ? 1 : 0}, ${literal(Uint8Array.from(points))});`;
  return `WIDE_STR(${name}, ${points.length}, uint${8 * unitBytes}_t, ${points.join(', ')});`;
}

export function textLiteral(text: string): string {
  return literal(Buffer.from(text, 'utf8'));
}

/** The address of a tuple of strs; NULL when empty. */
export function staticNames(p: ProgramState, names: readonly string[]): string {
  if (names.length === 0) return 'NULL';
  const items = names.map((name) => `{&${staticStr(p, name)}}`);
  const tuple = once(p, `names ${JSON.stringify(names)}`, `names_${wordsOf(names.join(' '))}`, (name) => p.data.push(`NAMES(${name}, ${names.length}, ${items.join(', ')});`));
  return `(void *)&${tuple}`;
}

/** Zeroed memory of its own. */
export function staticCache(p: ProgramState, size: number): string {
  const name = p.names.make('cache', false);
  p.data.push(`CACHE(${name}, ${size});`);
  return `(void *)${name}`;
}

/** A constant as a tagged word. */
export function constantValue(p: ProgramState, data: ConstantData | null): Expression {
  if (data === null) return atom('0');
  if (data.type === 'int' && isSmallInt(data.value)) return applied('SMALL', atom(intLiteral(data.value)));
  return constantObject(p, data);
}

function constantObject(p: ProgramState, data: ConstantData): Expression {
  const object = (key: string, hint: string, definition: (name: string) => string): Expression =>
    atom(`VAL(&${once(p, key, hint, (name) => p.data.push(definition(name)))})`);
  switch (data.type) {
    case 'None':
    case 'Ellipsis':
    case 'NotImplemented':
      return atom(`VAL(${symbolAddress(p, singletons[data.type])})`);
    case 'bool':
      return atom(data.value ? 'RT_TRUE' : 'RT_FALSE');
    case 'int':
      return object(`int ${data.value}`, 'int_big', (name) => bigInt(name, data.value));
    case 'float':
      return object(`float ${Object.is(data.value, -0) ? '-0' : data.value}`, `float_${wordsOf(String(data.value))}`, (name) => `FLOAT(${name}, ${floatLiteral(data.value)});`);
    case 'complex':
      return object(`complex ${data.imag}`, 'complex_1', (name) => `COMPLEX(${name}, ${floatLiteral(data.imag)});`);
    case 'str':
      return atom(`VAL(&${staticStr(p, data.value)})`);
    case 'bytes':
      return object(`bytes ${Buffer.from(data.value).toString('hex')}`, 'bytes_1', (name) => `BYTE_STRING(${name}, ${data.value.length}, ${literal(data.value)});`);
    default:
      assert(false, 'a constant of unknown type');
  }
}

function bigInt(name: string, value: bigint): string {
  const limbs = limbsOf(value);
  const words = limbs.map((limb) => `UINT64_C(0x${limb.toString(16)})`);
  return `BIG_INT(${name}, ${value < 0n ? -1 : 1}, ${limbs.length}, ${words.join(', ')});`;
}
