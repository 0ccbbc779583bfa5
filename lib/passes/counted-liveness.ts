/**
 * Where the values live that the function may have to release: on entry to each block, and after which instruction each dies.
 * The use of a raw pointer is a use of the objects that it points into.
 */
import type { BlockId, ValueId } from '../base/ids.js';
import { reversePostorder, successorsOf } from '../ir/cfg.js';
import type { Block, Phi } from '../ir/function.js';
import { terminatorOperands } from '../ir/op-info.js';
import { forEachTypedOperand } from '../ir/typed-info.js';
import type { TypedFunction, TypedInstruction } from '../ir/typed.js';
import { Count, type CountedValues } from './counted-values.js';

export interface BlockLife {
  readonly block: Block;
  readonly phis: readonly Phi[];
  /** The inputs of the phis, by the block that they come from. */
  readonly arrivals: ReadonlyMap<BlockId, readonly Arrival[]>;
  /** Without the phis' own results. */
  liveIn: ReadonlySet<ValueId>;
  /** Lazy values that are held on entry; for insert-refcounts. */
  heldIn: ReadonlySet<ValueId>;
  /** Those of liveIn, and those phis, that are lazy. */
  lazyIn: readonly ValueId[];
  lazyPhis: readonly Phi[];
  /** What a successor needs, the inputs of its phis included. */
  liveOut: readonly ValueId[];
  readonly successors: BlockLife[];
  readonly predecessors: BlockLife[];
  /** By the index of the instruction: what dies there, its own result included if it is unused. */
  deaths: readonly (readonly ValueId[] | undefined)[];
}

export interface Arrival {
  readonly phi: Phi;
  readonly input: Phi['inputs'][number];
}

const noArrivals: ReadonlyMap<BlockId, readonly Arrival[]> = new Map();
const emptySet: ReadonlySet<ValueId> = new Set();
const emptyList: readonly never[] = [];

/** The set with the value in it: most blocks share the empty one. */
export function withValue(set: ReadonlySet<ValueId>, value: ValueId): ReadonlySet<ValueId> {
  return set === emptySet ? new Set([value]) : (set as Set<ValueId>).add(value);
}

/** In reverse postorder. */
export function findLiveness(fn: TypedFunction, values: CountedValues): BlockLife[] {
  const lives = reversePostorder(fn).map((id) => emptyLife(fn.blocks.get(id)!));
  const byId: (BlockLife | undefined)[] = new Array(fn.nextBlock);
  for (const life of lives) byId[life.block.id] = life;
  const definedIn = new Int32Array(fn.nextValue).fill(-1);
  for (const life of lives) {
    for (const target of successorsOf(life.block)) connect(life, byId[target]!);
    for (const instruction of life.block.instructions) definedIn[instruction.result] = life.block.id;
  }
  const reach = (value: ValueId, start: BlockLife): void => {
    const work = [start];
    for (let life = work.pop(); life !== undefined; life = work.pop()) {
      if (life.liveIn.has(value) || definedIn[value] === life.block.id) continue;
      life.liveIn = withValue(life.liveIn, value);
      for (const predecessor of life.predecessors) work.push(predecessor);
    }
  };
  let place = lives[0]!;
  const reachPlace = (value: ValueId): void => {
    if (values.count[value]! >= Count.lazy && definedIn[value] !== place.block.id && !place.liveIn.has(value))
      reach(value, place);
  };
  const use = (operand: ValueId): void => forEachUse(values, operand, reachPlace);
  for (const life of lives) {
    for (const phi of life.phis) {
      for (const input of phi.inputs) {
        place = byId[input.block] ?? life;
        if (byId[input.block] !== undefined) use(input.value);
      }
    }
    place = life;
    const { instructions } = life.block;
    for (let i = life.phis.length; i < instructions.length; i++) forEachTypedOperand(instructions[i] as TypedInstruction, use);
    for (const operand of terminatorOperands(life.block.terminator)) use(operand);
  }
  const seen: Seen = { at: new Int32Array(fn.nextValue), stamp: 0 };
  for (const life of lives) {
    if (life.liveIn.size > 0) life.lazyIn = [...life.liveIn].filter((value) => values.count[value] === Count.lazy);
    if (life.phis.length > 0) life.lazyPhis = life.phis.filter((phi) => values.count[phi.result] === Count.lazy);
    findDeaths(life, values, seen);
  }
  return lives;
}

function emptyLife(block: Block): BlockLife {
  let phis: Phi[] | undefined;
  for (const instruction of block.instructions) {
    if (instruction.kind !== 'Phi') break;
    (phis ??= []).push(instruction);
  }
  return {
    block,
    phis: phis ?? emptyList,
    arrivals: phis === undefined ? noArrivals : arrivalsOf(phis),
    liveIn: emptySet,
    heldIn: emptySet,
    lazyIn: emptyList,
    lazyPhis: emptyList,
    liveOut: emptyList,
    successors: [],
    predecessors: [],
    deaths: emptyList,
  };
}

function arrivalsOf(phis: readonly Phi[]): Map<BlockId, Arrival[]> {
  const arrivals = new Map<BlockId, Arrival[]>();
  for (const phi of phis) {
    for (const input of phi.inputs) {
      const known = arrivals.get(input.block);
      if (known === undefined) arrivals.set(input.block, [{ phi, input }]);
      else known.push({ phi, input });
    }
  }
  return arrivals;
}

function connect(from: BlockLife, to: BlockLife): void {
  if (from.successors.includes(to)) return;
  from.successors.push(to);
  to.predecessors.push(from);
}

/** The operand itself and, for a raw pointer, what it points into. */
function forEachUse(values: CountedValues, operand: ValueId, visit: (value: ValueId) => void): void {
  if (values.count[operand] !== Count.none) visit(operand);
  const keepers = values.keepers[operand];
  if (keepers !== undefined) for (const keeper of keepers) visit(keeper);
}

/** Which values have been seen in the present block: those whose stamp is the present one. */
interface Seen {
  readonly at: Int32Array;
  stamp: number;
}

function findDeaths(life: BlockLife, values: CountedValues, seen: Seen): void {
  const { block } = life;
  seen.stamp++;
  let found: ValueId[] = [];
  const visit = (value: ValueId): void => {
    if (values.count[value]! < Count.lazy || seen.at[value] === seen.stamp) return;
    seen.at[value] = seen.stamp;
    found.push(value);
  };
  const use = (operand: ValueId): void => forEachUse(values, operand, visit);
  for (const successor of life.successors) {
    for (const value of successor.liveIn) visit(value);
    for (const { input } of successor.arrivals.get(block.id) ?? emptyList) use(input.value);
  }
  if (found.length > 0) life.liveOut = found;
  found = [];
  for (const operand of terminatorOperands(block.terminator)) use(operand);
  found = [];
  let deaths: (ValueId[] | undefined)[] | undefined;
  for (let i = block.instructions.length - 1; i >= 0; i--) {
    const instruction = block.instructions[i]!;
    visit(instruction.result);
    if (instruction.kind !== 'Phi') forEachTypedOperand(instruction as TypedInstruction, use);
    if (found.length === 0) continue;
    (deaths ??= new Array<ValueId[] | undefined>(block.instructions.length))[i] = found;
    found = [];
  }
  if (deaths !== undefined) life.deaths = deaths;
}
