/**
 * Which values are still used after a point. Each value is followed from its uses up to its definition
 * (Boissinot, Darte, Rastello, Dupont de Dinechin, Guillon 2009: "liveness by use"), so that the cost is the size of the answer.
 *
 * An input of a phi is used at the end of the predecessor; a phi's result is defined at the start of its block.
 */
import type { BlockId, ValueId } from '../base/ids.js';
import { assert } from '../base/assert.js';
import { predecessors } from './cfg.js';
import type { Block, IrFunction } from './function.js';
import { operands, terminatorOperands } from './op-info.js';

export interface Liveness {
  /** Ascending. Values live on entry, without the results of the block's phis. */
  liveIn(block: BlockId): readonly ValueId[];
  /** Ascending. */
  liveOut(block: BlockId): readonly ValueId[];
  /** Ascending. Values used after the instruction that defines `point`, its result included if that is used. */
  liveAfter(point: ValueId): ValueId[];
}

interface Uses {
  /** Blocks that use the value and don't define it. */
  readonly inside: BlockId[];
  /** Blocks at whose end it is an input of a phi. */
  readonly atEnd: BlockId[];
}

export function computeLiveness(fn: IrFunction): Liveness {
  const definedIn = new Map<ValueId, BlockId>();
  for (const block of fn.blocks.values()) for (const { result } of block.instructions) definedIn.set(result, block.id);
  const uses = collectUses(fn, definedIn);
  const before = predecessors(fn);
  const liveIn = new Map<BlockId, ValueId[]>();
  const liveOut = new Map<BlockId, ValueId[]>();
  for (const id of fn.blocks.keys()) {
    liveIn.set(id, []);
    liveOut.set(id, []);
  }
  for (const value of [...uses.keys()].sort((a, b) => a - b))
    spread(value, uses.get(value)!, definedIn.get(value)!, before, liveIn, liveOut);
  const sweeps = new Map<BlockId, Sweep>();
  return {
    liveIn: (block) => liveIn.get(block)!,
    liveOut: (block) => liveOut.get(block)!,
    liveAfter: (point) => {
      const id = definedIn.get(point);
      assert(id !== undefined, `${fn.symbol}: no value v${point}`);
      let sweep = sweeps.get(id);
      if (sweep === undefined) sweeps.set(id, (sweep = newSweep(fn.blocks.get(id)!, liveIn.get(id)!, liveOut.get(id)!)));
      return liveAfter(sweep, point);
    },
  };
}

function collectUses(fn: IrFunction, definedIn: ReadonlyMap<ValueId, BlockId>): Map<ValueId, Uses> {
  const uses = new Map<ValueId, Uses>();
  const usesOf = (value: ValueId): Uses => {
    let entry = uses.get(value);
    if (entry === undefined) uses.set(value, (entry = { inside: [], atEnd: [] }));
    return entry;
  };
  const add = (list: BlockId[], block: BlockId): void => {
    if (list[list.length - 1] !== block) list.push(block);
  };
  for (const block of fn.blocks.values()) {
    const use = (value: ValueId): void => {
      if (definedIn.get(value) !== block.id) add(usesOf(value).inside, block.id);
    };
    for (const instruction of block.instructions) {
      if (instruction.kind === 'Phi') for (const input of instruction.inputs) add(usesOf(input.value).atEnd, input.block);
      else operands(instruction).forEach(use);
    }
    terminatorOperands(block.terminator).forEach(use);
  }
  return uses;
}

/** Marks the value on every way from its definition to its uses. */
function spread(
  value: ValueId,
  uses: Uses,
  definition: BlockId,
  before: ReadonlyMap<BlockId, readonly BlockId[]>,
  liveIn: ReadonlyMap<BlockId, ValueId[]>,
  liveOut: ReadonlyMap<BlockId, ValueId[]>,
): void {
  const enters: BlockId[] = [...uses.inside];
  const leave = (block: BlockId): void => {
    const list = liveOut.get(block)!;
    if (list[list.length - 1] === value) return;
    list.push(value);
    if (block !== definition) enters.push(block);
  };
  uses.atEnd.forEach(leave);
  for (let block = enters.pop(); block !== undefined; block = enters.pop()) {
    const list = liveIn.get(block)!;
    if (list[list.length - 1] === value) continue;
    list.push(value);
    before.get(block)!.forEach(leave);
  }
}

/** A position in a block that moves forward with the queries, and what is live there. */
interface Sweep {
  readonly block: Block;
  readonly liveIn: readonly ValueId[];
  readonly positions: ReadonlyMap<ValueId, number>;
  /** Where each value of the block is used last; Infinity: live at its end. */
  readonly lastUse: ReadonlyMap<ValueId, number>;
  readonly endingAt: ReadonlyMap<number, readonly ValueId[]>;
  live: Set<ValueId>;
  /** Instructions before this one have been passed. */
  next: number;
}

function newSweep(block: Block, liveIn: readonly ValueId[], liveOut: readonly ValueId[]): Sweep {
  const positions = new Map<ValueId, number>();
  const lastUse = new Map<ValueId, number>();
  block.instructions.forEach((instruction, index) => {
    positions.set(instruction.result, index);
    if (instruction.kind !== 'Phi') for (const value of operands(instruction)) lastUse.set(value, index);
  });
  for (const value of [...terminatorOperands(block.terminator), ...liveOut]) lastUse.set(value, Infinity);
  const endingAt = new Map<number, ValueId[]>();
  for (const [value, index] of lastUse) {
    const list = endingAt.get(index);
    if (list === undefined) endingAt.set(index, [value]);
    else list.push(value);
  }
  return { block, liveIn, positions, lastUse, endingAt, live: new Set(liveIn), next: 0 };
}

function liveAfter(sweep: Sweep, point: ValueId): ValueId[] {
  const position = sweep.positions.get(point)!;
  if (position < sweep.next - 1) {
    sweep.live = new Set(sweep.liveIn);
    sweep.next = 0;
  }
  for (; sweep.next <= position; sweep.next++) {
    const { result } = sweep.block.instructions[sweep.next]!;
    if (sweep.lastUse.has(result)) sweep.live.add(result);
    for (const value of sweep.endingAt.get(sweep.next) ?? []) sweep.live.delete(value);
  }
  return [...sweep.live].sort((a, b) => a - b);
}
