/**
 * What every back end asks of a program's versions:
 *
 *   fast       {payload, status} f([closure,] arguments…)       status 0: payload as inferred, 1: raised, 2: payload is a tagged word;
 *              or the bare payload when the version can't fail
 *   general    word f(closure, values, point)                   0: raised. Point 0: `values` are the arguments (borrowed); else a resume entry's state (owned)
 *   generator  word f(generator, sent)                          0: finished or raised
 */
import { assert } from '../../base/assert.js';
import type { ValueId } from '../../base/ids.js';
import { hasCycle } from '../../ir/cfg.js';
import { generalSymbol, type FunctionEntry, type TypedProgram } from '../../ir/program.js';
import type { FunctionVersion, TypedFunction } from '../../ir/typed.js';

/** How a function is entered and left. */
export type Convention = 'fast' | 'general' | 'generator';

export interface ProgramVersions {
  /** Every version of the program, by symbol. */
  readonly versions: ReadonlyMap<string, TypedFunction>;
  /** General versions by the symbol of the generic function. */
  readonly generals: ReadonlyMap<string, TypedFunction>;
  /** Entries by the symbol of the general version. */
  readonly entries: ReadonlyMap<string, FunctionEntry>;
  /** How often each version is called where it matters. */
  readonly calls: ReadonlyMap<string, number>;
}

export function versionsOf({ functions, entries }: Pick<TypedProgram, 'functions' | 'entries'>): ProgramVersions {
  return {
    versions: new Map(functions.map((fn) => [fn.version.symbol, fn])),
    generals: new Map(functions.filter((fn) => fn.general && fn.symbol === fn.generalSymbol).map((fn) => [fn.generalSymbol, fn])),
    entries: new Map(entries.map((entry) => [generalSymbol(entry.fn), entry])),
    calls: countCalls(functions),
  };
}

/** How often each version is called outside cold blocks. */
export function countCalls(functions: readonly TypedFunction[]): Map<string, number> {
  const calls = new Map<string, number>();
  for (const fn of functions) {
    for (const block of fn.blocks.values()) {
      if (block.cold === true) continue;
      for (const instruction of block.instructions) {
        if (instruction.kind === 'CallVersion')
          calls.set(instruction.version.symbol, (calls.get(instruction.version.symbol) ?? 0) + 1);
      }
    }
  }
  return calls;
}

export function conventionOf(fn: TypedFunction): Convention {
  if (fn.kind === 'generator') return 'generator';
  return fn.general ? 'general' : 'fast';
}

export const isGeneral = (fn: TypedFunction): boolean => conventionOf(fn) === 'general';

/** Is it inlined wherever it is called? */
export function isInlined(program: Pick<ProgramVersions, 'calls'>, fn: TypedFunction): boolean {
  return fn.version.inline === true || (conventionOf(fn) === 'fast' && isTiny(program, fn));
}

const maxTiny = 60;
const maxCopied = 600;

/**
 * A short straight function, no module's body, that calls no other, and not from many places: a compiler would count its exits, which hardly ever run, and not inline it.
 */
function isTiny({ calls }: Pick<ProgramVersions, 'calls'>, fn: TypedFunction): boolean {
  if (fn.kind === 'module') return false;
  let hot = 0;
  for (const block of fn.blocks.values()) {
    if (block.instructions.some((instruction) => instruction.kind === 'CallVersion')) return false;
    if (block.cold !== true) hot += block.instructions.length;
    if (hot > maxTiny) return false;
  }
  return hot * (calls.get(fn.version.symbol) ?? 0) <= maxCopied && !hasCycle(fn);
}

export function instructionCount(fn: TypedFunction): number {
  let count = 0;
  for (const block of fn.blocks.values()) count += block.instructions.length;
  return count;
}

/** The number by which a general version, or a generator, is entered after `point`. */
export function pointNumber(fn: TypedFunction, point: ValueId): number {
  const index = fn.resumePoints.indexOf(point);
  assert(index >= 0, `${fn.symbol}: no resume entry after %${point}`);
  return index + 1;
}

/** The number of values that a generator's frame must hold. */
export function frameSize(fn: TypedFunction): number {
  let size = fn.parameters.length;
  for (const block of fn.blocks.values()) {
    if (block.terminator.kind === 'Suspend') size = Math.max(size, block.terminator.values.length);
    // The first value of an exit is handed over in a register.
    if (block.terminator.kind === 'Exit') size = Math.max(size, block.terminator.values.length - 1);
  }
  return size;
}

/** A generator may go on in the general version: the frame has room for both. */
export function generatorFrame(program: ProgramVersions, version: FunctionVersion): number {
  const fn = program.versions.get(version.symbol)!;
  return Math.max(frameSize(fn), frameSize(program.generals.get(fn.generalSymbol)!));
}
