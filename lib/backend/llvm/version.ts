/** Versions as LLVM functions; their signatures are those of shared/versions.ts, the fast ones' with fastcc. */
import type { FunctionVersion, TypedFunction } from '../../ir/typed.js';
import type { LlvmFunction, LlvmType } from './builder.js';
import { conventionOf, instructionCount, isInlined } from '../shared/versions.js';
import { declare, typeOfRep, type Emission } from './emission.js';

export function declareVersion(e: Emission, fn: TypedFunction): LlvmFunction {
  const { symbol } = fn.version;
  const known = e.functions.get(symbol);
  if (known !== undefined) return known;
  const convention = conventionOf(fn);
  const target = declare(e, symbol, resultType(e, fn), parameterTypes(e, fn));
  if (e.program.isDivided) e.builder.SetVisibility(target, 'hidden');
  else e.builder.SetLinkage(target, 'internal');
  if (convention === 'fast') e.builder.SetCallingConv(target, 'fast');
  if (isInlined(e.program, fn)) e.builder.AddFnAttr(target, 'alwaysinline');
  if (convention !== 'fast' || isLarge(fn)) e.builder.AddFnAttr(target, 'noimplicitfloat');
  return target;
}

/** So large that LLVM's vectoriser would take more time than it is worth: its work grows with the square of a function's size. */
function isLarge(fn: TypedFunction): boolean {
  return (fn.kind === 'module' ? 1000 : 0) + instructionCount(fn) > 2000;
}

function resultType(e: Emission, fn: TypedFunction): LlvmType {
  return conventionOf(fn) === 'fast' ? versionResult(e, fn.version) : e.types.i64;
}

/** What a fast version returns. */
export function versionResult(e: Emission, { result, fails }: FunctionVersion): LlvmType {
  if (!fails) return typeOfRep(e, result);
  return result === 'float' ? e.types.floatPair : e.types.pair;
}

/** What a fast version takes. */
export function versionParameters(e: Emission, version: FunctionVersion, hasClosure: boolean): LlvmType[] {
  const closure = hasClosure ? [e.types.i64] : [];
  return [...closure, ...version.parameters.map((rep) => typeOfRep(e, rep))];
}

function parameterTypes(e: Emission, fn: TypedFunction): LlvmType[] {
  const { types } = e;
  switch (conventionOf(fn)) {
    case 'fast':
      return versionParameters(e, fn.version, fn.freeVariables.length > 0);
    case 'general':
      return [types.ptr, types.ptr, types.i32];
    case 'generator':
      return [types.ptr, types.i64];
  }
}
