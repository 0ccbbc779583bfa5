/** One emitter for each kind of typed instruction. */
import { assert } from '../../base/assert.js';
import type { ValueId } from '../../base/ids.js';
import { layout } from '../../builtins/layout.js';
import { generalSymbol } from '../../ir/program.js';
import type { FloatComparison, IntComparison, MemoryType, TypedInstruction, TypedKind } from '../../ir/typed.js';
import type { LlvmValue } from './builder.js';
import { call, declare, i1, i32, i64, symbolAddress } from './emission.js';
import { emitCallRuntime, emitCallVersion, emitPairPayload, emitPairStatus } from './emit-call.js';
import { describeArgument, emitArgument, emitClosure, emitResumePoint, emitResumeValue } from './emit-entry.js';
import {
  address,
  as,
  asShape,
  convert,
  define,
  intrinsic,
  loadAs,
  register,
  shapeOf,
  storeAs,
  type FunctionState,
} from './function-state.js';
import { callHelper } from './helpers.js';
import { addressOf, locationOf } from './program-data.js';
import { constantValue } from './static-data.js';

type Of<K extends TypedKind> = TypedInstruction extends infer I
  ? I extends { readonly kind: infer J }
    ? K extends J
      ? I
      : never
    : never
  : never;

/** Gives the result's register; null where there is none. */
type Emitter<I> = (f: FunctionState, i: I) => LlvmValue | null;

const emitters: { readonly [K in TypedKind]: Emitter<Of<K>> } = {
  IntConst: (f, i) => (i.rep === 'status' ? i32(f.e, i.value) : i64(f.e, i.value)),
  FloatConst: (f, i) => f.e.builder.ConstDouble(i.value),
  BoolConst: (f, i) => i1(f.e, i.value),
  ValueConst: (f, i) => constantValue(f.e, i.value),
  Symbol: (f, i) => convert(f.e, addressOf(f.e, i.name), 'ptr', shapeOf(i.rep)),
  Argument: (f, i) => describeArgument(f, i.index, i.rep, emitArgument(f, i.index)),
  Closure: (f) => emitClosure(f),
  ResumePoint: (f) => emitResumePoint(f),
  ResumeValue: (f, i) => emitResumeValue(f, i.index),
  IntArith: emitIntArith,
  IntChecked: (f, i) =>
    intrinsic(f, `llvm.s${i.op}.with.overflow.i64`, 'checked', ['int', 'int'], [as(f, i.left, 'int'), as(f, i.right, 'int')]),
  CheckedValue: (f, i) => f.e.builder.CreateExtractValue(register(f, i.operand), 0),
  CheckedOverflow: (f, i) => f.e.builder.CreateExtractValue(register(f, i.operand), 1),
  IntCompare: emitIntCompare,
  FloatArith: (f, i) => {
    const [left, right] = [as(f, i.left, 'float'), as(f, i.right, 'float')];
    const { builder } = f.e;
    switch (i.op) {
      case 'add':
        return builder.CreateFAdd(left, right);
      case 'sub':
        return builder.CreateFSub(left, right);
      case 'mul':
        return builder.CreateFMul(left, right);
      case 'div':
        return builder.CreateFDiv(left, right);
    }
  },
  FloatUnary: (f, i) => {
    const operand = as(f, i.operand, 'float');
    return i.op === 'neg' ? f.e.builder.CreateFNeg(operand) : intrinsic(f, `llvm.${i.op}.f64`, 'float', ['float'], [operand]);
  },
  FloatCompare: (f, i) => {
    const method = floatComparisons[i.op];
    return f.e.builder[method](as(f, i.left, 'float'), as(f, i.right, 'float'));
  },
  IntToFloat: (f, i) => {
    const { builder, types } = f.e;
    return f.reps[i.operand] === 'bool'
      ? builder.CreateUIToFP(register(f, i.operand), types.double)
      : builder.CreateSIToFP(as(f, i.operand, 'int'), types.double);
  },
  FloatToInt: (f, i) => f.e.builder.CreateFPToSI(as(f, i.operand, 'float'), f.e.types.i64),
  BoolToInt: (f, i) => as(f, i.operand, 'int'),
  StatusToBool: (f, i) => f.e.builder.CreateICmpNE(as(f, i.operand, 'status'), i32(f.e, 0)),
  BoolArith: (f, i) => {
    const [left, right] = [as(f, i.left, 'bool'), as(f, i.right, 'bool')];
    const { builder } = f.e;
    return i.op === 'and'
      ? builder.CreateAnd(left, right)
      : i.op === 'or'
        ? builder.CreateOr(left, right)
        : builder.CreateXor(left, right);
  },
  Select: (f, i) => f.e.builder.CreateSelect(as(f, i.condition, 'bool'), as(f, i.left, i.rep), as(f, i.right, i.rep)),
  BoxInt: (f, i) => {
    const operand = as(f, i.operand, 'int');
    if (!i.small) return callHelper(f.e, f.cold ? 'box.int.cold' : 'box.int', operand);
    const doubled = f.e.builder.CreateShl(operand, i64(f.e, 1));
    f.e.builder.SetNoWrap(doubled, false, true);
    return f.e.builder.CreateOr(doubled, i64(f.e, 1));
  },
  BoxFloat: (f, i) => {
    const boxed = call(f.e, declare(f.e, 'rt_float_new', f.e.types.i64, [f.e.types.double]), [as(f, i.operand, 'float')]);
    if (f.cold) f.e.builder.AddFnAttr(boxed, 'noinline');
    return boxed;
  },
  BoxBool: (f, i) => {
    const [yes, no] = [constantValue(f.e, { type: 'bool', value: true }), constantValue(f.e, { type: 'bool', value: false })];
    return f.e.builder.CreateSelect(as(f, i.operand, 'bool'), yes, no);
  },
  IsSmall: (f, i) => f.e.builder.CreateTrunc(as(f, i.operand, 'value'), f.e.types.i1),
  SmallToInt: (f, i) => f.e.builder.CreateAShr(as(f, i.operand, 'value'), i64(f.e, 1)),
  UnboxFloat: (f, i) =>
    loadAs(f, f.e.types.double, address(f, asShape(f, i.operand, 'ptr'), layout.RtFloat.value), 'float.value'),
  UnboxBool: (f, i) => f.e.builder.CreateICmpEQ(as(f, i.operand, 'value'), constantValue(f.e, { type: 'bool', value: true })),
  TypeOf: (f, i) => loadAs(f, f.e.types.ptr, address(f, asShape(f, i.operand, 'ptr'), layout.RtObject.type), 'type'),
  LoadField: (f, i) => loadMemory(f, i, address(f, asShape(f, i.base, 'ptr'), i.offset)),
  StoreField: (f, i) => storeMemory(f, i, address(f, asShape(f, i.base, 'ptr'), i.offset)),
  ReplaceField: (f, i) => replace(f, i.value, address(f, asShape(f, i.base, 'ptr'), i.offset), i.alias),
  LoadElement: (f, i) => loadMemory(f, i, elementAddress(f, i)),
  StoreElement: (f, i) => storeMemory(f, i, elementAddress(f, i)),
  ReplaceElement: (f, i) => replace(f, i.value, elementAddress(f, { ...i, memory: 'value' }), i.alias),
  LoadStatic: (f, i) => loadAs(f, f.e.types.i64, symbolAddress(f.e, i.symbol), i.symbol),
  ReplaceStatic: (f, i) => replace(f, i.value, symbolAddress(f.e, i.symbol), i.symbol),
  CallRuntime: emitCallRuntime,
  CallVersion: emitCallVersion,
  PairStatus: emitPairStatus,
  PairPayload: emitPairPayload,
  StackCheck: (f) => {
    const { builder, types } = f.e;
    const place = stackPlace(f);
    const limit = builder.CreateLoad(types.i64, symbolAddress(f.e, 'rt_stack_limit'));
    builder.SetTbaa(limit, 'rt_stack_limit');
    return builder.CreateICmpULT(builder.CreatePtrToInt(place, types.i64), limit);
  },
  IncRef: (f, i) => count(f, 'incref', i.operand),
  IncRefMaybe: (f, i) => count(f, 'incref.maybe', i.operand),
  DecRef: (f, i) => count(f, 'decref', i.operand),
  DecRefMaybe: (f, i) => count(f, 'decref.maybe', i.operand),
  DecRefRare: (f, i) => {
    callHelper(f.e, f.cold ? 'decref.maybe.cold' : 'decref.rare', as(f, i.operand, 'value'));
    return null;
  },
  AddTraceback: (f, i) => {
    const { types } = f.e;
    const added = call(f.e, declare(f.e, 'rt_traceback_add', types.void, [types.ptr]), [locationOf(f.e, i.in === undefined ? f.fn : f.e.program.generals.get(generalSymbol(i.in))!, i.span)]);
    for (const attribute of ['cold', 'noinline'] as const) f.e.builder.AddFnAttr(added, attribute);
    return null;
  },
};

/** An address that tells how deep the stack is. */
function stackPlace(f: FunctionState): LlvmValue {
  const { builder, types, machine } = f.e;
  switch (machine.stackPlace) {
    case 'return-address':
      return call(f.e, declare(f.e, 'llvm.addressofreturnaddress.p0', types.ptr, []), []);
    case 'frame':
      return call(f.e, declare(f.e, 'llvm.frameaddress.p0', types.ptr, [types.i32]), [i32(f.e, 0)]);
    case 'memory': {
      const place = builder.CreateAlloca(builder.ArrayType(types.i64, depthWords));
      builder.SetVolatile(builder.CreateStore(i64(f.e, 0), place));
      return place;
    }
  }
}

/** What a call takes at most of the stack that we can't see, about. */
const depthWords = 64;

export function emitInstruction(f: FunctionState, instruction: TypedInstruction): void {
  const result = (emitters[instruction.kind] as Emitter<TypedInstruction>)(f, instruction);
  if (result !== null) define(f, instruction.result, instruction.rep, result);
}

function emitIntArith(f: FunctionState, i: Of<'IntArith'>): LlvmValue {
  const [left, right] = [as(f, i.left, 'int'), as(f, i.right, 'int')];
  const { builder } = f.e;
  const flagged = (value: LlvmValue): LlvmValue => {
    if (i.noWrap === true) builder.SetNoWrap(value, false, true);
    return value;
  };
  switch (i.op) {
    case 'add':
      return flagged(builder.CreateAdd(left, right));
    case 'sub':
      return flagged(builder.CreateSub(left, right));
    case 'mul':
      return flagged(builder.CreateMul(left, right));
    case 'shl':
      return flagged(builder.CreateShl(left, right));
    case 'and':
      return builder.CreateAnd(left, right);
    case 'or':
      return builder.CreateOr(left, right);
    case 'xor':
      return builder.CreateXor(left, right);
    case 'ashr':
      return builder.CreateAShr(left, right);
    case 'lshr':
      return builder.CreateLShr(left, right);
    case 'sdiv':
      return builder.CreateSDiv(left, right);
    case 'srem':
      return builder.CreateSRem(left, right);
    case 'udiv':
      return builder.CreateUDiv(left, right);
    case 'urem':
      return builder.CreateURem(left, right);
    case 'smin':
    case 'smax':
      return intrinsic(f, `llvm.${i.op}.i64`, 'int', ['int', 'int'], [left, right]);
  }
}

const intComparisons = {
  eq: 'CreateICmpEQ',
  ne: 'CreateICmpNE',
  slt: 'CreateICmpSLT',
  sle: 'CreateICmpSLE',
  sgt: 'CreateICmpSGT',
  sge: 'CreateICmpSGE',
  ult: 'CreateICmpULT',
  ule: 'CreateICmpULE',
  ugt: 'CreateICmpUGT',
  uge: 'CreateICmpUGE',
} as const satisfies { [O in IntComparison]: string };

const floatComparisons = {
  oeq: 'CreateFCmpOEQ',
  une: 'CreateFCmpUNE',
  olt: 'CreateFCmpOLT',
  ole: 'CreateFCmpOLE',
  ogt: 'CreateFCmpOGT',
  oge: 'CreateFCmpOGE',
} as const satisfies { [O in FloatComparison]: string };

/** Both sides in the left one's shape, or as words where they differ. */
function emitIntCompare(f: FunctionState, i: Of<'IntCompare'>): LlvmValue {
  const [left, right] = [f.reps[i.left]!, f.reps[i.right]!];
  const shape = shapeOf(left) === shapeOf(right) ? shapeOf(left) : 'i64';
  return f.e.builder[intComparisons[i.op]](asShape(f, i.left, shape), asShape(f, i.right, shape));
}

const memorySizes: { readonly [M in MemoryType]: number } = { value: 8, int: 8, float: 8, byte: 1, i32: 4, raw: 8 };

interface Element {
  readonly base: ValueId;
  readonly index: ValueId;
  readonly memory: MemoryType;
}

function elementAddress(f: FunctionState, i: Element): LlvmValue {
  const { builder, types } = f.e;
  const byte = i.memory === 'byte' ? types.i8 : i.memory === 'i32' ? types.i32 : types.i64;
  assert(memorySizes[i.memory] <= 8, 'an element is at most a word');
  return builder.CreateInBoundsGEP(byte, asShape(f, i.base, 'ptr'), as(f, i.index, 'int'));
}

const memoryShapes = { value: 'i64', int: 'i64', float: 'double', i32: 'i32', raw: 'ptr' } as const;

function loadMemory(
  f: FunctionState,
  i: { readonly memory: MemoryType; readonly alias: string; readonly rep: TypedInstruction['rep'] },
  pointer: LlvmValue,
): LlvmValue {
  const { builder, types } = f.e;
  if (i.memory === 'byte') {
    const byte = loadAs(f, types.i8, pointer, i.alias);
    return i.rep === 'bool' ? builder.CreateTrunc(byte, types.i1) : builder.CreateZExt(byte, types.i64);
  }
  const shape = memoryShapes[i.memory];
  return convert(f.e, loadAs(f, types[shape], pointer, i.alias), shape, shapeOf(i.rep));
}

function storeMemory(
  f: FunctionState,
  i: { readonly memory: MemoryType; readonly alias: string; value: ValueId },
  pointer: LlvmValue,
): null {
  const { builder, types } = f.e;
  if (i.memory === 'byte') {
    const word = asShape(f, i.value, 'i64');
    storeAs(f, builder.CreateTrunc(word, types.i8), pointer, i.alias);
  } else storeAs(f, asShape(f, i.value, memoryShapes[i.memory]), pointer, i.alias);
  return null;
}

/** The old value is released after the new one is in place: its release may run anything. */
function replace(f: FunctionState, value: ValueId, pointer: LlvmValue, alias: string): null {
  const old = loadAs(f, f.e.types.i64, pointer, alias);
  storeAs(f, as(f, value, 'value'), pointer, alias);
  callHelper(f.e, f.cold ? 'decref.maybe.cold' : 'decref.maybe', old);
  return null;
}

function count(f: FunctionState, name: 'incref' | 'incref.maybe' | 'decref' | 'decref.maybe', operand: ValueId): null {
  callHelper(f.e, f.cold ? `${name}.cold` : name, as(f, operand, 'value'));
  return null;
}
