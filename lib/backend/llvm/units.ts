/**
 * A large program is compiled in several units, each an LLVM module of its own, by how much of LLVM's time their functions are worth. What may be
 * hot comes first: it takes longest, and is compiled while the rest is still being emitted.
 */
import type { TypedFunction } from '../../ir/typed.js';
import { hasCycle } from '../../ir/cfg.js';
import { instructionCount, isGeneral } from './version.js';

/** full: all of LLVM's optimisations; brief: a few, for general versions; plain: none, for what runs once, or is too large. */
export type Quality = 'full' | 'brief' | 'plain';

export interface Unit {
  /** null: each function's own. */
  readonly quality: Quality | null;
  readonly functions: readonly TypedFunction[];
}

export const wholeProgram = (functions: readonly TypedFunction[]): Unit => ({ quality: null, functions });

/** Below that many typed instructions, a unit of its own costs more than it saves. */
const smallestUnit = 1500;
const largestBriefUnit = 12_000;
/** Several phases of LLVM need time that grows with the square of a function's size. */
const largestOptimised = 24_000;

export function qualityOf(fn: TypedFunction): Quality {
  if (fn.kind === 'module' && !hasCycle(fn)) return 'plain';
  if (instructionCount(fn) > largestOptimised) return 'plain';
  return isGeneral(fn) ? 'brief' : 'full';
}

export function divide(functions: readonly TypedFunction[]): Unit[] {
  const sorted = { full: [] as TypedFunction[], brief: [] as TypedFunction[], plain: [] as TypedFunction[] };
  for (const fn of functions) sorted[qualityOf(fn)].push(fn);
  const size = (list: readonly TypedFunction[]): number => list.reduce((sum, fn) => sum + instructionCount(fn), 0);
  if (size(sorted.brief) + size(sorted.plain) < smallestUnit) return [wholeProgram(functions)];
  const units: Unit[] = [
    { quality: 'full', functions: sorted.full },
    { quality: 'plain', functions: sorted.plain },
    ...chunks(sorted.brief).map((chunk): Unit => ({ quality: 'brief', functions: chunk })),
  ];
  return units.filter((unit) => unit.functions.length > 0);
}

/** Lists of about the same size, none much larger than the largest. */
function chunks(functions: readonly TypedFunction[]): TypedFunction[][] {
  const sizes = functions.map(instructionCount);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const count = Math.ceil(total / largestBriefUnit);
  const lists = Array.from({ length: count }, (): TypedFunction[] => []);
  let done = 0;
  for (const [index, fn] of functions.entries()) {
    lists[Math.floor((done * count) / (total + 1))]!.push(fn);
    done += sizes[index]!;
  }
  return lists.filter((list) => list.length > 0);
}
