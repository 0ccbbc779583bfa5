/**
 * The signatures of versions:
 *
 *   fast       fastcc {payload, i64 status} f([closure,] arguments…)   status 0: payload as inferred, 1: raised, 2: payload is a tagged word;
 *              or the bare payload when the version can't fail
 *   general    i64 f(ptr closure, ptr values, i32 point)               0: raised. Point 0: `values` are the arguments (borrowed); else a resume entry's state (owned)
 *   generator  i64 f(ptr generator, i64 sent)                          0: finished or raised
 */
import { hasCycle } from '../../ir/cfg.js';
import type { FunctionVersion, TypedFunction } from '../../ir/typed.js';
import type { LlvmFunction, LlvmType } from './builder.js';
import { declare, typeOfRep, type EmittedProgram, type Emission } from './emission.js';
import type { Convention } from './function-state.js';

export function conventionOf(fn: TypedFunction): Convention {
  if (fn.kind === 'generator') return 'generator';
  return fn.general ? 'general' : 'fast';
}

export const isGeneral = (fn: TypedFunction): boolean => conventionOf(fn) === 'general';

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

/** Is it inlined wherever it is called? */
export function isInlined(program: Pick<EmittedProgram, 'calls'>, fn: TypedFunction): boolean {
  return fn.version.inline === true || (conventionOf(fn) === 'fast' && isTiny(program, fn));
}

const maxTiny = 60;
const maxCopied = 600;

/**
 * A short straight function, no module's body, that calls no other, and not from many places: LLVM would count its exits, which hardly ever run, and not inline it.
 */
function isTiny({ calls }: Pick<EmittedProgram, 'calls'>, fn: TypedFunction): boolean {
  if (fn.kind === 'module') return false;
  let hot = 0;
  for (const block of fn.blocks.values()) {
    if (block.cold === true) continue;
    hot += block.instructions.length;
    if (hot > maxTiny || block.instructions.some((instruction) => instruction.kind === 'CallVersion')) return false;
  }
  return hot * (calls.get(fn.version.symbol) ?? 0) <= maxCopied && !hasCycle(fn);
}

/** So large that LLVM's vectoriser would take more time than it is worth: its work grows with the square of a function's size. */
function isLarge(fn: TypedFunction): boolean {
  return (fn.kind === 'module' ? 1000 : 0) + instructionCount(fn) > 2000;
}

export function instructionCount(fn: TypedFunction): number {
  let count = 0;
  for (const block of fn.blocks.values()) count += block.instructions.length;
  return count;
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
