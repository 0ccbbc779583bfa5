/**
 * Exits as calls of a shared function: it lays the values out in memory, runs the general version from the resume entry on, and makes the pair
 * that a fast version returns. So an exit costs its function one call, and LLVM little time.
 */
import { call, declare, i64, type Declared, type Emission, type LlvmValue } from './emission.js';

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
  e.llvm.ext.setCallingConv(result, 'fast');
  return result;
}

function exitFunction(e: Emission, count: number, isFloat: boolean): Declared {
  const symbol = `tauraro.exit.${isFloat ? 'float.' : ''}${count}`;
  const known = e.functions.get(symbol);
  if (known !== undefined) return known;
  const { types, llvm, builder } = e;
  const words = Array.from({ length: count }, () => types.i64);
  const declared = declare(e, symbol, isFloat ? types.floatPair : types.pair, [types.ptr, types.ptr, types.i32, ...words]);
  llvm.ext.setLinkage(declared.fn, 'internal');
  llvm.ext.setCallingConv(declared.fn, 'fast');
  for (const attribute of ['noinline', 'cold', 'optsize']) llvm.ext.addFnAttr(declared.fn, attribute);
  const place = builder.GetInsertBlock();
  builder.SetInsertPoint(llvm.BasicBlock.Create(e.context, 'entry', declared.fn));
  buildBody(e, declared, count, isFloat);
  if (place !== null) builder.SetInsertPoint(place);
  return declared;
}

function buildBody(e: Emission, { fn }: Declared, count: number, isFloat: boolean): void {
  const { types, llvm, builder } = e;
  const buffer = builder.CreateAlloca(llvm.ArrayType.get(types.i64, Math.max(count, 1)), null, 'words');
  for (let index = 0; index < count; index++) {
    builder.CreateStore(fn.getArg(3 + index), builder.CreateInBoundsGEP(types.i64, buffer, i64(e, index)));
  }
  const type = llvm.FunctionType.get(types.i64, [types.ptr, types.ptr, types.i32], false);
  const word = builder.CreateCall(type, fn.getArg(0), [fn.getArg(1), buffer, fn.getArg(2)]);
  const status = builder.CreateSelect(builder.CreateICmpEQ(word, i64(e, 0)), i64(e, 1), i64(e, 2));
  const payload = isFloat ? builder.CreateBitCast(word, types.double) : word;
  const empty = llvm.UndefValue.get(isFloat ? types.floatPair : types.pair);
  builder.CreateRet(builder.CreateInsertValue(builder.CreateInsertValue(empty, payload, [0]), status, [1]));
}
