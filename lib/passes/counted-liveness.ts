/**
 * Where the values live that the function may have to release: on entry to each block, and after which instruction each dies.
 * The use of a raw pointer is a use of the objects that it points into.
 */
import type { ValueId } from '../base/ids.js';
import { predecessors, reversePostorder, successorsOf } from '../ir/cfg.js';
import type { Block, Phi } from '../ir/function.js';
import { terminatorOperands } from '../ir/op-info.js';
import { forEachTypedOperand } from '../ir/typed-info.js';
import type { TypedFunction, TypedInstruction } from '../ir/typed.js';
import { Count, type CountedValues } from './counted-values.js';

export interface BlockLife {
  readonly block: Block;
  readonly phis: readonly Phi[];
  /** Without the phis' own results. */
  readonly liveIn: Set<ValueId>;
  /** Lazy values that are held on entry; for insert-refcounts. */
  readonly heldIn: Set<ValueId>;
  /** Those of liveIn, and those phis, that are lazy. */
  readonly lazyIn: ValueId[];
  readonly lazyPhis: Phi[];
  /** What a successor needs, the inputs of its phis included. */
  readonly liveOut: ValueId[];
  readonly successors: BlockLife[];
  predecessors: number;
  /** By the index of the instruction: what dies there, its own result included if it is unused. */
  readonly deaths: (ValueId[] | undefined)[];
}

/** In reverse postorder. */
export function findLiveness(fn: TypedFunction, values: CountedValues): BlockLife[] {
  const order = reversePostorder(fn);
  const before = predecessors(fn);
  const lives = new Map(order.map((id) => [id, emptyLife(fn.blocks.get(id)!)]));
  const definedIn = new Int32Array(fn.nextValue).fill(-1);
  for (const life of lives.values()) {
    for (const target of new Set(successorsOf(life.block))) {
      const successor = lives.get(target)!;
      successor.predecessors++;
      life.successors.push(successor);
    }
    for (const instruction of life.block.instructions) definedIn[instruction.result] = life.block.id;
  }
  const isTracked = (value: ValueId): boolean => values.count[value]! >= Count.lazy;
  const reach = (value: ValueId, start: BlockLife): void => {
    const work = [start];
    for (let life = work.pop(); life !== undefined; life = work.pop()) {
      if (life.liveIn.has(value) || definedIn[value] === life.block.id) continue;
      life.liveIn.add(value);
      for (const id of before.get(life.block.id)!) work.push(lives.get(id)!);
    }
  };
  for (const life of lives.values()) {
    for (const phi of life.phis) {
      for (const input of phi.inputs) forEachUse(values, input.value, (value) => isTracked(value) && reach(value, lives.get(input.block)!));
    }
    const { instructions } = life.block;
    const reachHere = (value: ValueId): void => {
      if (isTracked(value) && definedIn[value] !== life.block.id) reach(value, life);
    };
    const useHere = (operand: ValueId): void => forEachUse(values, operand, reachHere);
    for (let i = life.phis.length; i < instructions.length; i++) {
      forEachTypedOperand(instructions[i] as TypedInstruction, useHere);
    }
    for (const operand of terminatorOperands(life.block.terminator)) useHere(operand);
  }
  for (const life of lives.values()) {
    for (const value of life.liveIn) if (values.count[value] === Count.lazy) life.lazyIn.push(value);
    for (const phi of life.phis) if (values.count[phi.result] === Count.lazy) life.lazyPhis.push(phi);
    findDeaths(life, values, isTracked);
  }
  return [...lives.values()];
}

function emptyLife(block: Block): BlockLife {
  const phis: Phi[] = [];
  for (const instruction of block.instructions) {
    if (instruction.kind !== 'Phi') break;
    phis.push(instruction);
  }
  return { block, phis, liveIn: new Set(), heldIn: new Set(), lazyIn: [], lazyPhis: [], liveOut: [], successors: [], predecessors: 0, deaths: [] };
}

/** The operand itself and, for a raw pointer, what it points into. */
function forEachUse(values: CountedValues, operand: ValueId, visit: (value: ValueId) => void): void {
  if (values.count[operand] !== Count.none) visit(operand);
  const keepers = values.keepers[operand];
  if (keepers !== undefined) for (const keeper of keepers) visit(keeper);
}

function findDeaths(life: BlockLife, values: CountedValues, isTracked: (value: ValueId) => boolean): void {
  const { block, deaths } = life;
  const seen = new Set<ValueId>();
  const out = new Set<ValueId>();
  const addOut = (value: ValueId): void => {
    if (isTracked(value)) out.add(value);
  };
  for (const successor of life.successors) {
    for (const value of successor.liveIn) out.add(value);
    for (const phi of successor.phis) {
      for (const input of phi.inputs) if (input.block === block.id) forEachUse(values, input.value, addOut);
    }
  }
  for (const value of out) {
    life.liveOut.push(value);
    seen.add(value);
  }
  for (const operand of terminatorOperands(block.terminator)) forEachUse(values, operand, (value) => seen.add(value));
  let dying: ValueId[] = [];
  const visit = (value: ValueId): void => {
    if (!isTracked(value) || seen.has(value)) return;
    seen.add(value);
    dying.push(value);
  };
  const use = (operand: ValueId): void => forEachUse(values, operand, visit);
  for (let i = block.instructions.length - 1; i >= 0; i--) {
    const instruction = block.instructions[i]!;
    visit(instruction.result);
    if (instruction.kind !== 'Phi') forEachTypedOperand(instruction as TypedInstruction, use);
    if (dying.length === 0) continue;
    deaths[i] = dying;
    dying = [];
  }
}
