/** Versions as C functions: their names and prototypes. Naming one makes it part of the program. */
import { assert } from '../../base/assert.js';
import { hasCycle } from '../../ir/cfg.js';
import type { FunctionVersion, TypedFunction } from '../../ir/typed.js';
import { conventionOf, isInlined } from '../shared/versions.js';
import { cTypes, declaration } from './expression.js';
import { identifier } from './names.js';
import { once, type ProgramState } from './program-state.js';

/** The name of a version. */
export function versionName(p: ProgramState, fn: TypedFunction): string {
  return once(p, `version ${fn.version.symbol}`, fn.version.symbol, (name) => {
    p.prototypes.push(`${prototype(p, fn, name)};`);
    p.pending.push(fn);
  });
}

export function versionNamed(p: ProgramState, { symbol }: FunctionVersion): { fn: TypedFunction; name: string } {
  const fn = p.versions.get(symbol);
  assert(fn !== undefined, `no version ${symbol}`);
  return { fn, name: versionName(p, fn) };
}

export function prototype(p: ProgramState, fn: TypedFunction, name: string): string {
  const parameters = parametersOf(fn).map(({ type, name: parameter }) => declaration(type, parameter));
  return `${storageOf(p, fn)}${declaration(returnType(fn), name)}(${parameters.join(', ') || 'void'})`;
}

/** What runs once, or hardly ever, makes nothing else larger. (Not `cold`: see OUT_OF_LINE in program.h.) */
function storageOf(p: ProgramState, fn: TypedFunction): string {
  if (isInlined(p, fn)) return 'static inline __attribute__((always_inline)) ';
  return (fn.rare || fn.kind === 'module') && !hasCycle(fn) ? 'static __attribute__((noinline)) ' : 'static ';
}

export function returnType(fn: TypedFunction): string {
  return conventionOf(fn) === 'fast' ? resultType(fn.version) : 'RtValue';
}

/** What a fast version returns. */
export function resultType({ result, fails }: FunctionVersion): string {
  if (!fails) return cTypes[result];
  return result === 'float' ? 'FloatPair' : 'Pair';
}

interface CParameter {
  readonly type: string;
  readonly name: string;
}

export function parametersOf(fn: TypedFunction): CParameter[] {
  switch (conventionOf(fn)) {
    case 'fast': {
      const closure = fn.freeVariables.length === 0 ? [] : [{ type: 'RtValue', name: 'closure' }];
      return [...closure, ...fn.version.parameters.map((rep, index) => ({ type: cTypes[rep], name: parameterName(fn, index) }))];
    }
    case 'general':
      return [{ type: 'RtFunction *', name: 'closure' }, { type: 'const RtValue *', name: 'values' }, { type: 'int32_t', name: 'point' }];
    case 'generator':
      return [{ type: 'RtGenerator *', name: 'generator' }, { type: 'RtValue', name: 'sent' }];
  }
}

/** Ends in its number, as no other identifier of a function does. */
export function parameterName(fn: TypedFunction, index: number): string {
  return `${identifier(fn.parameters[index]?.name ?? 'a')}_a${index}`;
}

/** The name of a fast version's type as a pointer to it. */
export function versionCast(version: FunctionVersion, hasClosure: boolean): string {
  const parameters = [...(hasClosure ? ['RtValue'] : []), ...version.parameters.map((rep) => cTypes[rep])];
  return `${resultType(version)} (*)(${parameters.join(', ') || 'void'})`;
}
