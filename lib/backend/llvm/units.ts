/**
 * A large program is compiled in several units, each an LLVM module of its own, by how much of LLVM's time their functions are worth. What may be
 * hot comes first: it takes longest, and is compiled while the rest is still being emitted.
 */
import type { TypedFunction } from '../../ir/typed.js';
import { hasCycle } from '../../ir/cfg.js';
import { instructionCount, isGeneral } from '../shared/versions.js';

/** full: all of LLVM's optimisations; brief: a few, for general versions and what hardly ever runs; plain: none, for what runs once, or is too large. */
export type Quality = 'full' | 'brief' | 'plain';

export interface Unit {
  /** null: each function's own. */
  readonly quality: Quality | null;
  readonly functions: readonly TypedFunction[];
  /** Functions of other units that are inlined wherever this one calls them. */
  readonly inlined: readonly TypedFunction[];
}

export const wholeProgram = (functions: readonly TypedFunction[]): Unit => ({ quality: null, functions, inlined: [] });

/** Below that many typed instructions, a unit of its own costs more than it saves. */
const smallestUnit = 1500;
/** So many units are worth having at hand for the machine's cores; beyond that they grow, up to a size that LLVM handles well. */
const [usualUnit, usualCount, largestUnit] = [2500, 4, 20_000];
/** Several phases of LLVM need time that grows with the square of a function's size. */
const largestOptimised = 24_000;

export function qualityOf(fn: TypedFunction): Quality {
  const isStraight = (fn.rare || fn.kind === 'module') && !hasCycle(fn);
  if (instructionCount(fn) > largestOptimised || (isStraight && fn.kind === 'module')) return 'plain';
  return isStraight || isGeneral(fn) ? 'brief' : 'full';
}

/** `isInlined`: is a version always inlined? */
export function divide(functions: readonly TypedFunction[], isInlined: (fn: TypedFunction) => boolean): Unit[] {
  const sorted = { full: [] as TypedFunction[], brief: [] as TypedFunction[], plain: [] as TypedFunction[] };
  for (const fn of functions) sorted[qualityOf(fn)].push(fn);
  const size = (list: readonly TypedFunction[]): number => list.reduce((sum, fn) => sum + instructionCount(fn), 0);
  if (size(sorted.brief) + size(sorted.plain) < smallestUnit) return [wholeProgram(functions)];
  const units = (['full', 'plain', 'brief'] as const).flatMap((quality) =>
    chunks(calleesFirst(sorted[quality])).map((chunk): Unit => ({ quality, functions: chunk, inlined: [] })),
  );
  const versions = new Map(sorted.full.map((fn) => [fn.version.symbol, fn]));
  return units.map((unit) => (unit.quality === 'full' ? { ...unit, inlined: inlinedInto(unit, versions, isInlined) } : unit));
}

function calleesOf(fn: TypedFunction): Set<string> {
  const symbols = new Set<string>();
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) if (instruction.kind === 'CallVersion') symbols.add(instruction.version.symbol);
  }
  return symbols;
}

/** Functions next to those that they call: LLVM inlines within a unit. */
function calleesFirst(functions: readonly TypedFunction[]): TypedFunction[] {
  const versions = new Map(functions.map((fn) => [fn.version.symbol, fn]));
  const ordered = new Set<TypedFunction>();
  const entered = new Set<TypedFunction>();
  for (const root of functions) {
    const work: { fn: TypedFunction; callees: string[] }[] = [];
    const enter = (fn: TypedFunction | undefined): void => {
      if (fn === undefined || entered.has(fn)) return;
      entered.add(fn);
      work.push({ fn, callees: [...calleesOf(fn)].reverse() });
    };
    enter(root);
    while (work.length > 0) {
      const callee = work.at(-1)!.callees.pop();
      if (callee !== undefined) enter(versions.get(callee));
      else ordered.add(work.pop()!.fn);
    }
  }
  return [...ordered];
}

/** With what these call in turn. */
function inlinedInto(
  unit: Unit,
  versions: ReadonlyMap<string, TypedFunction>,
  isInlined: (fn: TypedFunction) => boolean,
): TypedFunction[] {
  const own = new Set(unit.functions);
  const found = new Set<TypedFunction>();
  const work = [...unit.functions];
  for (let fn = work.pop(); fn !== undefined; fn = work.pop()) {
    for (const symbol of calleesOf(fn)) {
      const callee = versions.get(symbol);
      if (callee === undefined || own.has(callee) || found.has(callee) || !isInlined(callee)) continue;
      found.add(callee);
      work.push(callee);
    }
  }
  return [...found];
}

/** Lists of about the same size, none much larger than the largest. */
function chunks(functions: readonly TypedFunction[]): TypedFunction[][] {
  const sizes = functions.map(instructionCount);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const count = Math.max(Math.min(Math.ceil(total / usualUnit), usualCount), Math.ceil(total / largestUnit));
  const lists = Array.from({ length: count }, (): TypedFunction[] => []);
  let done = 0;
  for (const [index, fn] of functions.entries()) {
    lists[Math.floor((done * count) / (total + 1))]!.push(fn);
    done += sizes[index]!;
  }
  return lists.filter((list) => list.length > 0);
}
