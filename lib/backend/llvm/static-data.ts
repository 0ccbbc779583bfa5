/** Immortal objects and other data laid out at compile time, as rt.h describes them. Equal data is made once. */
import { assert } from '../../base/assert.js';
import type { ConstantData } from '../../ir/generic.js';
import { immortal } from '../../builtins/layout.js';
import { isSmallInt, limbsOf, singletons, strLayout } from '../shared/static-layout.js';
import type { LlvmConstant, LlvmValue } from './builder.js';
import { defineGlobal, i32, i64, sharedData, symbolAddress, type Emission } from './emission.js';

/** The data under a key, made at first use. `constant`: nothing ever writes to it. */
function once(e: Emission, key: string, name: string, constant: boolean, fields: () => LlvmConstant[]): LlvmConstant {
  return sharedData(e, key, () => numbered(e, name), (symbol) => defineStruct(e, symbol, constant, fields()));
}

/** A symbol that no other data has. */
export const numbered = (e: Emission, name: string): string => `${name}.${e.program.counter++}`;

export function defineStruct(e: Emission, name: string, constant: boolean, fields: readonly LlvmConstant[]): LlvmConstant {
  return defineData(e, name, constant, structOf(e, fields));
}

/** As rt.h lays structs out: a pointer takes 8 bytes everywhere (`RT_WORD`). */
function structOf(e: Emission, fields: readonly LlvmConstant[]): LlvmConstant {
  return e.builder.ConstStruct(fields, e.machine.pointerBytes === 4);
}

function defineData(e: Emission, name: string, constant: boolean, value: LlvmConstant): LlvmConstant {
  const variable = defineGlobal(e, name, constant, value);
  e.builder.SetAlignment(variable, 8);
  return variable;
}

export function arrayOfPointers(e: Emission, items: readonly LlvmConstant[]): LlvmConstant {
  return e.builder.ConstArray(e.types.ptr, items);
}

/** An array of values: pointers as words. */
function arrayOfObjects(e: Emission, items: readonly LlvmConstant[]): LlvmConstant {
  const { builder, types } = e;
  if (e.machine.pointerBytes === 8) return arrayOfPointers(e, items);
  const word = builder.StructType([types.ptr, types.i32]);
  return builder.ConstArray(
    word,
    items.map((item) => structOf(e, [item])),
  );
}

function head(e: Emission, type: string): LlvmConstant[] {
  return [i64(e, immortal), symbolAddress(e, type)];
}

/** A zero-terminated UTF-8 text. */
export function staticText(e: Emission, text: string): LlvmConstant {
  return once(e, `text ${text}`, /[^\0-\x7f]/.test(text) ? 'needs.rt_traceback_beyond_ascii' : 'text', true, () => [e.builder.ConstBytes(Buffer.from(`${text}\0`, 'utf8'))]);
}

/** An RtStr in canonical form. */
export function staticStr(e: Emission, text: string): LlvmConstant {
  return once(e, `str ${text}`, /[^\0-\x7f]/.test(text) ? 'needs.rt_str_beyond_ascii' : 'str', false, () => {
    const { points, unitBytes, isAscii } = strLayout(text);
    const data = new Uint8Array((points.length + 1) * unitBytes);
    points.forEach((point, index) => {
      for (let byte = 0; byte < unitBytes; byte++) data[index * unitBytes + byte] = (point >>> (8 * byte)) & 255;
    });
    const flags = new Uint8Array([unitBytes, isAscii ? 1 : 0, 0, 0, 0, 0, 0, 0]);
    return [
      ...head(e, 'rt_type_str'),
      i64(e, points.length),
      i64(e, 0),
      e.builder.ConstBytes(flags),
      e.builder.ConstBytes(data),
    ];
  });
}

function staticBytes(e: Emission, bytes: Uint8Array): LlvmConstant {
  return once(e, `bytes ${Buffer.from(bytes).toString('hex')}`, 'bytes', false, () => {
    const data = new Uint8Array(bytes.length + 1);
    data.set(bytes);
    return [...head(e, 'rt_type_bytes'), i64(e, bytes.length), i64(e, 0), e.builder.ConstBytes(data)];
  });
}

function staticInt(e: Emission, value: bigint): LlvmConstant {
  return once(e, `int ${value}`, 'int', false, () => {
    const limbs = limbsOf(value).map((limb) => BigInt.asIntN(64, limb));
    const words = e.builder.ConstWords(limbs);
    return [...head(e, 'rt_type_int'), i32(e, value < 0n ? -1 : 1), i32(e, limbs.length), words];
  });
}

function staticFloat(e: Emission, value: number): LlvmConstant {
  const key = Object.is(value, -0) ? '-0' : String(value);
  return once(e, `float ${key}`, 'float', false, () => [...head(e, 'rt_type_float'), e.builder.ConstDouble(value)]);
}

function staticComplex(e: Emission, imag: number): LlvmConstant {
  return once(e, `complex ${imag}`, 'complex', false, () => [
    ...head(e, 'rt_type_complex'),
    e.builder.ConstDouble(0),
    e.builder.ConstDouble(imag),
  ]);
}

/** A tuple of strs; NULL when empty. */
export function staticNames(e: Emission, names: readonly string[]): LlvmConstant {
  if (names.length === 0) return e.nullPointer;
  return once(e, `names ${JSON.stringify(names)}`, 'names', false, () => [
    ...head(e, 'rt_type_tuple'),
    i64(e, names.length),
    arrayOfObjects(
      e,
      names.map((name) => staticStr(e, name)),
    ),
  ]);
}

/** Zeroed memory of its own. */
export function staticCache(e: Emission, size: number): LlvmConstant {
  return defineData(e, numbered(e, 'cache'), false, e.builder.ConstNull(e.builder.ArrayType(e.types.i8, size)));
}

/** A constant as a tagged word (i64). */
export function constantValue(e: Emission, data: ConstantData | null): LlvmValue {
  if (data === null) return i64(e, 0);
  if (data.type === 'int' && isSmallInt(data.value)) return i64(e, data.value * 2n + 1n);
  return e.builder.CreatePtrToInt(constantObject(e, data), e.types.i64);
}

/** The object of a constant (ptr). */
function constantObject(e: Emission, data: ConstantData): LlvmValue {
  switch (data.type) {
    case 'None':
    case 'Ellipsis':
    case 'NotImplemented':
      return symbolAddress(e, singletons[data.type]);
    case 'bool':
      return symbolAddress(e, data.value ? 'rt_true_object' : 'rt_false_object');
    case 'int':
      return staticInt(e, data.value);
    case 'float':
      return staticFloat(e, data.value);
    case 'complex':
      return staticComplex(e, data.imag);
    case 'str':
      return staticStr(e, data.value);
    case 'bytes':
      return staticBytes(e, data.value);
    default:
      assert(false, 'a constant of unknown type');
  }
}
