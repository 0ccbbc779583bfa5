/**
 * Exits as calls of a shared function: it lays the values out in memory, runs the general version from the resume entry on, and makes the pair
 * that a fast version returns. So an exit costs its function one call, and LLVM little time.
 */
import type { LlvmFunction, LlvmValue } from './builder.js';
import { call, declare, i64, type Emission } from './emission.js';

/** With more values they are laid out where the exit is. */
export const maxExitValues = 16;

export interface ExitCall {
  readonly general: LlvmValue;
  readonly closure: LlvmValue;
  readonly point: LlvmValue;
  readonly values: readonly LlvmValue[];
  /** Is the payload of the pair a double? */
  readonly isFloat: boolean;
}

export function callExit(e: Emission, exit: ExitCall): LlvmValue {
  const result = call(e, exitFunction(e, exit.values.length, exit.isFloat), [
    exit.general,
    exit.closure,
    exit.point,
    ...exit.values,
  ]);
  e.builder.SetCallingConv(result, 'fast');
  return result;
}

function exitFunction(e: Emission, count: number, isFloat: boolean): LlvmFunction {
  const symbol = `tauraro.exit.${isFloat ? 'float.' : ''}${count}`;
  const known = e.functions.get(symbol);
  if (known !== undefined) return known;
  const { types, builder } = e;
  const words = Array.from({ length: count }, () => types.i64);
  const fn = declare(e, symbol, isFloat ? types.floatPair : types.pair, [types.ptr, types.ptr, types.i32, ...words]);
  builder.SetLinkage(fn, 'internal');
  builder.SetCallingConv(fn, 'fast');
  for (const attribute of ['noinline', 'cold', 'optsize'] as const) builder.AddFnAttr(fn, attribute);
  const place = builder.GetInsertBlock();
  const restore = builder.PauseDebugLoc();
  builder.SetInsertPoint(builder.CreateBlock(fn));
  buildBody(e, fn, count, isFloat);
  if (place !== null) builder.SetInsertPoint(place);
  restore();
  return fn;
}

function buildBody(e: Emission, fn: LlvmFunction, count: number, isFloat: boolean): void {
  const { types, builder } = e;
  const buffer = builder.CreateAlloca(builder.ArrayType(types.i64, Math.max(count, 1)));
  for (let index = 0; index < count; index++) {
    builder.CreateStore(builder.GetArg(fn, 3 + index), builder.CreateInBoundsGEP(types.i64, buffer, i64(e, index)));
  }
  const type = builder.FunctionType(types.i64, [types.ptr, types.ptr, types.i32]);
  const word = builder.CreateCallPointer(type, builder.GetArg(fn, 0), [builder.GetArg(fn, 1), buffer, builder.GetArg(fn, 2)]);
  const status = builder.CreateSelect(builder.CreateICmpEQ(word, i64(e, 0)), i64(e, 1), i64(e, 2));
  const payload = isFloat ? builder.CreateBitCast(word, types.double) : word;
  const empty = builder.Undef(isFloat ? types.floatPair : types.pair);
  builder.CreateRet(builder.CreateInsertValue(builder.CreateInsertValue(empty, payload, 0), status, 1));
}
