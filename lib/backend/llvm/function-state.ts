/** The state of the emission of one function: registers, blocks, and what its convention provides. */
import { assert } from '../../base/assert.js';
import type { BlockId, ValueId } from '../../base/ids.js';
import { naturalLoops } from '../../ir/cfg.js';
import type { Rep } from '../../ir/function.js';
import type { TypedFunction } from '../../ir/typed.js';
import type { Convention } from '../shared/versions.js';
import type { LlvmBlock, LlvmFunction, LlvmScope, LlvmType, LlvmValue } from './builder.js';
import { call, declare, i64, typeOfRep, type Emission } from './emission.js';

export interface FunctionState {
  readonly e: Emission;
  readonly fn: TypedFunction;
  readonly convention: Convention;
  readonly target: LlvmFunction;
  readonly registers: (LlvmValue | undefined)[];
  readonly reps: (Rep | undefined)[];
  /** Of calls that fail: the representation of the payload. */
  readonly payloads: Map<ValueId, Rep>;
  /** Where each block begins, and where it ends: an instruction may take several LLVM blocks. */
  readonly starts: Map<BlockId, LlvmBlock>;
  readonly ends: Map<BlockId, LlvmBlock>;
  readonly prologue: LlvmBlock;
  /** Memory for arrays handed to calls, one for the whole function: made when it is first needed, as long as the longest of them. */
  readonly buffer: { place: LlvmValue | null; words: number };
  /** Blocks that may run more than once in one run of the function; of interest in rare functions. */
  readonly looping: ReadonlySet<BlockId>;
  /** Is the present block to be small rather than fast: cold, of a general version, or hardly ever run? */
  cold: boolean;
  /** Of the lines of debug information. */
  readonly scope: LlvmScope | null;
}

/** Is the block one that a program hardly ever runs: in a rare function, outside its loops? */
export function isRare(f: FunctionState, block: BlockId): boolean {
  return f.fn.rare && !f.looping.has(block);
}

export function loopingBlocks(fn: TypedFunction): ReadonlySet<BlockId> {
  const looping = new Set<BlockId>();
  if (fn.rare) for (const members of naturalLoops(fn).values()) for (const id of members) looping.add(id);
  return looping;
}

export function register(f: FunctionState, value: ValueId): LlvmValue {
  const found = f.registers[value];
  assert(found !== undefined, `${f.fn.symbol}: %${value} is used before it is emitted`);
  return found;
}

export function define(f: FunctionState, value: ValueId, rep: Rep, register: LlvmValue): void {
  f.registers[value] = register;
  f.reps[value] = rep;
}

/** The LLVM class of a representation: what conversions between words go by. */
type Shape = 'i64' | 'i32' | 'i1' | 'double' | 'ptr';
const shapes: { readonly [R in Rep]?: Shape } = {
  value: 'i64',
  int: 'i64',
  float: 'double',
  bool: 'i1',
  raw: 'ptr',
  status: 'i32',
};

/** A value as `rep`, converting between words and pointers where needed. */
export function as(f: FunctionState, value: ValueId, rep: Rep): LlvmValue {
  const from = f.reps[value]!;
  return from === rep ? register(f, value) : asShape(f, value, shapes[rep]!);
}

export function asShape(f: FunctionState, value: ValueId, to: Shape): LlvmValue {
  const from = shapes[f.reps[value]!];
  assert(from !== undefined, `${f.fn.symbol}: %${value} of rep ${f.reps[value]} is no word`);
  return convert(f.e, register(f, value), from, to);
}

export function convert(e: Emission, value: LlvmValue, from: Shape, to: Shape): LlvmValue {
  const { builder, types } = e;
  if (from === to) return value;
  if (to === 'ptr') return builder.CreateIntToPtr(from === 'i64' ? value : convert(e, value, from, 'i64'), types.ptr);
  if (from === 'ptr') return convert(e, builder.CreatePtrToInt(value, types.i64), 'i64', to);
  if (from === 'double') return convert(e, builder.CreateBitCast(value, types.i64), 'i64', to);
  if (to === 'double') return builder.CreateBitCast(convert(e, value, from, 'i64'), types.double);
  if (to === 'i1') return builder.CreateTrunc(value, types.i1);
  const wider = to === 'i64' ? types.i64 : types.i32;
  if (from === 'i1') return builder.CreateZExt(value, wider);
  return from === 'i32' ? builder.CreateSExt(value, wider) : builder.CreateTrunc(value, wider);
}

export function shapeOf(rep: Rep): Shape {
  const shape = shapes[rep];
  assert(shape !== undefined, `${rep} has no single word`);
  return shape;
}

/** base + bytes. */
export function address(f: FunctionState, base: LlvmValue, bytes: number): LlvmValue {
  return bytes === 0 ? base : f.e.builder.CreateInBoundsGEP(f.e.types.i8, base, i64(f.e, bytes));
}

/** Stores words into the function's buffer, from word `start` on, and gives their address. */
export function storeArray(f: FunctionState, words: readonly LlvmValue[], start = 0): LlvmValue {
  if (words.length === 0) return f.e.nullPointer;
  const buffer = bufferOf(f, start + words.length);
  // Not worth vectorising, which would take LLVM a long time in large functions.
  const isSmall = f.cold || f.convention !== 'fast';
  words.forEach((word, index) => {
    const store = f.e.builder.CreateStore(word, address(f, buffer, 8 * (start + index)));
    if (isSmall) f.e.builder.SetVolatile(store);
  });
  return address(f, buffer, 8 * start);
}

function bufferOf(f: FunctionState, words: number): LlvmValue {
  f.buffer.words = Math.max(f.buffer.words, words);
  return (f.buffer.place ??= createBuffer(f));
}

function createBuffer({ e, prologue }: FunctionState): LlvmValue {
  const block = e.builder.GetInsertBlock()!;
  e.builder.SetInsertPoint(prologue);
  const buffer = e.builder.CreateAlloca(e.types.i64);
  e.builder.SetInsertPoint(block);
  return buffer;
}

/** At the function's end the buffer's length is known. */
export function finishBuffer({ e, buffer }: FunctionState): void {
  if (buffer.place !== null) e.builder.SetAllocatedType(buffer.place, e.builder.ArrayType(e.types.i64, buffer.words));
}

export function loadAs(f: FunctionState, type: LlvmType, pointer: LlvmValue, alias: string): LlvmValue {
  const load = f.e.builder.CreateLoad(type, pointer);
  if (!f.cold) f.e.builder.SetTbaa(load, alias);
  return load;
}

export function storeAs(f: FunctionState, value: LlvmValue, pointer: LlvmValue, alias: string): void {
  const store = f.e.builder.CreateStore(value, pointer);
  // Also in cold blocks, which the usual way may go on from: what it has loaded need not be loaded again.
  f.e.builder.SetTbaa(store, alias);
}

export function intrinsic(
  f: FunctionState,
  name: string,
  rep: 'int' | 'float' | 'checked',
  parameters: readonly Rep[],
  args: LlvmValue[],
): LlvmValue {
  const { e } = f;
  return call(
    e,
    declare(
      e,
      name,
      typeOfRep(e, rep),
      parameters.map((parameter) => typeOfRep(e, parameter)),
    ),
    args,
  );
}
