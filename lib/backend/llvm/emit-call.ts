/** Calls of runtime functions and of versions of the program's functions. */
import { assert, InternalError } from '../../base/assert.js';
import type { AbiType } from '../../builtins/abi.js';
import { abiOf } from '../../ir/typed-info.js';
import { generalSymbol } from '../../ir/program.js';
import type { RuntimeArgument, TypedInstruction } from '../../ir/typed.js';
import { generatorFrame, isGeneral } from '../shared/versions.js';
import type { LlvmConstant, LlvmValue } from './builder.js';
import { call, declareRuntime, i1, i32, i64 } from './emission.js';
import { asShape, convert, register, shapeOf, storeArray, type FunctionState } from './function-state.js';
import { addressOf, codeOf } from './program-data.js';
import { staticCache, staticNames, staticStr, staticText } from './static-data.js';
import { declareVersion } from './version.js';

type CallRuntime = Extract<TypedInstruction, { kind: 'CallRuntime' }>;
type CallVersion = Extract<TypedInstruction, { kind: 'CallVersion' }>;
type PairUse = { operand: CallVersion['result']; readonly rep: CallVersion['rep'] };

export function emitCallRuntime(f: FunctionState, i: CallRuntime): LlvmValue | null {
  const row = abiOf(i.symbol);
  assert(
    row.params.length === i.args.length,
    `${f.fn.symbol}: ${i.symbol} takes ${row.params.length} arguments, not ${i.args.length}`,
  );
  let start = 0;
  const args = i.args.map((argument, index) => {
    if (typeof argument !== 'object' || !('array' in argument)) return emitArgument(f, argument, row.paramTypes[index]!);
    const array = storeArray(
      f,
      argument.array.map((item) => asShape(f, item, 'i64')),
      start,
    );
    start += argument.array.length;
    return array;
  });
  const result = call(f.e, declareRuntime(f.e, i.symbol), args);
  if (f.cold && f.convention === 'fast') f.e.builder.AddFnAttr(result, 'noinline');
  row.paramTypes.forEach((type, index) => {
    if (type === 'i1') f.e.builder.AddParamAttr(result, index, 'zeroext');
  });
  if (row.resultType === 'void' || i.rep === 'void') return null;
  return convert(f.e, result, row.resultType, shapeOf(i.rep));
}

function emitArgument(f: FunctionState, argument: Exclude<RuntimeArgument, { array: unknown }>, type: AbiType): LlvmValue {
  assert(type !== 'void', 'no parameter is void');
  if (typeof argument === 'number') return asShape(f, argument, type);
  if ('number' in argument) return numberConstant(f, argument.number, type);
  if ('frame' in argument) return i64(f.e, generatorFrame(f.e.program, argument.frame));
  return convert(f.e, staticAddress(f, argument), 'ptr', type);
}

function numberConstant(f: FunctionState, value: bigint, type: AbiType): LlvmValue {
  switch (type) {
    case 'i64':
      return i64(f.e, value);
    case 'i32':
      return i32(f.e, value);
    case 'i1':
      return i1(f.e, value !== 0n);
    case 'ptr':
      return value === 0n ? f.e.nullPointer : convert(f.e, i64(f.e, value), 'i64', 'ptr');
    case 'double':
      return f.e.builder.ConstDouble(Number(value));
    default:
      throw new InternalError('no parameter is void');
  }
}

type StaticArgument = Exclude<RuntimeArgument, number | { array: unknown } | { number: unknown } | { frame: unknown }>;

function staticAddress(f: FunctionState, argument: StaticArgument): LlvmConstant {
  if ('symbol' in argument) return addressOf(f.e, argument.symbol);
  if ('string' in argument) return staticStr(f.e, argument.string);
  if ('names' in argument) return staticNames(f.e, argument.names);
  if ('text' in argument) return staticText(f.e, argument.text);
  if ('resume' in argument) return declareVersion(f.e, f.e.program.versions.get(argument.resume.symbol)!);
  if ('code' in argument) return codeOf(f.e, argument.code, generalSymbol(argument.code));
  return staticCache(f.e, argument.cache);
}

export function emitCallVersion(f: FunctionState, i: CallVersion): LlvmValue | null {
  const { e } = f;
  const callee = e.program.versions.get(i.version.symbol);
  assert(callee !== undefined, `${f.fn.symbol}: no version ${i.version.symbol}`);
  const declared = declareVersion(e, callee);
  f.payloads.set(i.result, i.version.result);
  if (isGeneral(callee)) return emitCallGeneral(f, i);
  const closure = callee.freeVariables.length === 0 ? [] : [i.closure === null ? i64(e, 0) : asShape(f, i.closure, 'i64')];
  const args = i.args.map((argument, index) => asShape(f, argument, shapeOf(i.version.parameters[index]!)));
  const result = call(e, declared, [...closure, ...args]);
  e.builder.SetCallingConv(result, 'fast');
  // What runs once is not worth a copy of the callee.
  if (f.cold) e.builder.AddFnAttr(result, 'noinline');
  return i.version.result === 'void' && !i.version.fails ? null : result;
}

/** A general version takes its arguments in memory and returns 0 for raised: made a pair here. */
function emitCallGeneral(f: FunctionState, i: CallVersion): LlvmValue {
  const { e } = f;
  const closure = i.closure === null ? e.nullPointer : asShape(f, i.closure, 'ptr');
  const args = storeArray(
    f,
    i.args.map((argument) => asShape(f, argument, 'i64')),
  );
  const result = call(e, declareVersion(e, e.program.versions.get(i.version.symbol)!), [closure, args, i32(e, 0)]);
  if (!i.version.fails) return result;
  return pairOf(f, result, e.builder.CreateZExt(e.builder.CreateICmpEQ(result, i64(e, 0)), e.types.i64));
}

/** A pair whose payload is a word. */
export function pairOf(f: FunctionState, payload: LlvmValue, status: LlvmValue, isFloat = false): LlvmValue {
  const { builder, types } = f.e;
  const empty = builder.Undef(isFloat ? types.floatPair : types.pair);
  return builder.CreateInsertValue(builder.CreateInsertValue(empty, payload, 0), status, 1);
}

export function emitPairStatus(f: FunctionState, i: PairUse): LlvmValue {
  return f.e.builder.CreateExtractValue(register(f, i.operand), 1);
}

export function emitPairPayload(f: FunctionState, i: PairUse): LlvmValue {
  const payload = f.e.builder.CreateExtractValue(register(f, i.operand), 0);
  return convert(f.e, payload, f.payloads.get(i.operand) === 'float' ? 'double' : 'i64', shapeOf(i.rep));
}
