/** Which values of a function are counted, and how: what insert-refcounts decides by. */
import type { BlockId, ValueId } from '../base/ids.js';
import { newValue, type Instruction, type Phi } from '../ir/function.js';
import { terminatorOperands } from '../ir/op-info.js';
import { abiOf, ownershipOf, typedOperands } from '../ir/typed-info.js';
import type { TypedFunction, TypedInstruction } from '../ir/typed.js';

export const enum Count {
  /** Immortal, a small int, or no value at all. */
  none,
  /** Held by the caller for as long as the function runs. */
  borrowed,
  /** Read from memory: borrowed from there at first, counted only where something could release it meanwhile. */
  lazy,
  /** The function's own reference. */
  owned,
}

export interface CountedValues {
  readonly count: Uint8Array;
  /** 1: may be the no-value; 2: nearly always is. */
  readonly maybeAbsent: Uint8Array;
  /** Lazy values: what they were read from (counted values). */
  readonly parents: (readonly ValueId[] | undefined)[];
  /** Raw pointers, and what comes from a phi with an owner: the counted values that must stay alive as long as they are used. */
  readonly keepers: (readonly ValueId[] | undefined)[];
}

/** Also gives owners to phis that need them. */
export function findCountedValues(fn: TypedFunction): CountedValues {
  const phis = countedPhis(fn);
  const size = fn.nextValue + phis.length + 1;
  const values: CountedValues = {
    count: new Uint8Array(size),
    maybeAbsent: new Uint8Array(size),
    parents: new Array(size),
    keepers: new Array(size),
  };
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions)
      if (instruction.kind !== 'Phi') classify(fn, values, instruction as TypedInstruction);
  }
  const onlyRead = phis.length === 0 ? new Set<ValueId>() : findOnlyRead(fn, phis);
  classifyPhis(fn, values, phis, onlyRead);
  findAbsentPhis(values, phis);
  for (const phi of phis)
    if (values.count[phi.result] === Count.lazy) values.parents[phi.result] = phi.inputs.map((input) => input.value);
  addOwners(fn, values, phis);
  findSources(fn, values);
  return values;
}

function countedPhis(fn: TypedFunction): Phi[] {
  const phis: Phi[] = [];
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      if (instruction.kind !== 'Phi') break;
      if (instruction.rep === 'value') phis.push(instruction);
    }
  }
  return phis;
}

const countOf = { new: Count.owned, loaded: Count.lazy, borrowed: Count.borrowed, immortal: Count.none } as const;

function classify(fn: TypedFunction, values: CountedValues, instruction: TypedInstruction): void {
  const { result } = instruction;
  if (instruction.rep !== 'value') return;
  const isMoved = instruction.kind === 'Argument' && fn.kind === 'generator';
  values.count[result] = isMoved ? Count.owned : countOf[ownershipOf(instruction)];
  values.maybeAbsent[result] = isMaybeAbsent(instruction) ? 1 : 0;
}

function isMaybeAbsent(instruction: TypedInstruction): boolean {
  switch (instruction.kind) {
    case 'ValueConst':
      return instruction.value === null;
    case 'LoadField':
      return instruction.alias !== 'tuple.items' && instruction.alias !== 'list.items';
    case 'LoadStatic':
    case 'ResumeValue':
    case 'Select':
      return true;
    case 'Argument':
      return false;
    case 'CallRuntime': {
      const row = abiOf(instruction.symbol);
      return row.optionalResult || row.raises !== 'RAISES';
    }
    default:
      return false;
  }
}

/**
 * A phi is what the most demanding of its inputs is; one of loaded inputs is itself loaded. What arrives owned from a cold block does not
 * make the usual way count: an owner holds it then.
 */
function classifyPhis(fn: TypedFunction, values: CountedValues, phis: readonly Phi[], onlyRead: ReadonlySet<ValueId>): void {
  const { count } = values;
  const countOfInput = (phi: Phi, input: Phi['inputs'][number]): Count => {
    const exact: Count = count[input.value]!;
    return exact === Count.owned && onlyRead.has(phi.result) && isCold(fn, input.block) ? Count.lazy : exact;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const phi of phis) {
      let most = Count.none;
      for (const input of phi.inputs) most = Math.max(most, countOfInput(phi, input));
      if (most !== count[phi.result]) {
        count[phi.result] = most;
        changed = true;
      }
    }
  }
}

const isCold = (fn: TypedFunction, id: BlockId): boolean => fn.blocks.get(id)!.cold === true;

/** Phis of blocks that are not cold with inputs from some that are not, which code that is not cold only reads: never gives away. */
function findOnlyRead(fn: TypedFunction, phis: readonly Phi[]): Set<ValueId> {
  const found = new Set<ValueId>();
  for (const phi of phis)
    if (phi.inputs.some((input) => !isCold(fn, input.block)) && phi.inputs.some((input) => isCold(fn, input.block)))
      found.add(phi.result);
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      if (instruction.kind === 'Phi') {
        for (const input of instruction.inputs) if (!isCold(fn, input.block)) found.delete(input.value);
      } else if (block.cold !== true && !readers.has(instruction.kind)) {
        for (const operand of typedOperands(instruction as TypedInstruction)) found.delete(operand);
      }
    }
    if (block.cold !== true) for (const operand of terminatorOperands(block.terminator)) found.delete(operand);
  }
  return found;
}

const readers: ReadonlySet<Instruction['kind']> = new Set([
  'IsSmall',
  'SmallToInt',
  'UnboxFloat',
  'UnboxBool',
  'TypeOf',
  'LoadField',
  'LoadElement',
  'IntCompare',
]);

/**
 * Lazy phis with inputs that arrive owned get a second phi beside them, which holds those:
 *
 *   %7 = Phi [hot: %3 loaded] [cold: %5 owned]   =>   %7 = the same, borrowed; %8 = Phi [hot: no value] [cold: %5]
 */
function addOwners(fn: TypedFunction, values: CountedValues, phis: readonly Phi[]): void {
  const { count, maybeAbsent, parents, keepers } = values;
  const owned = phis.filter(
    (phi) => count[phi.result] === Count.lazy && phi.inputs.some((input) => count[input.value] === Count.owned),
  );
  if (owned.length === 0) return;
  const { instructions } = fn.blocks.get(fn.entry)!;
  const absent: TypedInstruction = { kind: 'ValueConst', result: newValue(fn), span: fn.span, rep: 'value', value: null };
  instructions.unshift(absent);
  const owners = new Map<ValueId, Phi>();
  for (const phi of owned) {
    const inputs = phi.inputs.map(({ block, value }) => ({ block, value: count[value] === Count.owned ? value : absent.result }));
    const owner: Phi = { kind: 'Phi', result: newValue(fn), span: phi.span, rep: 'value', inputs };
    count[owner.result] = Count.owned;
    maybeAbsent[owner.result] = 2;
    parents[phi.result] = [...parents[phi.result]!, owner.result];
    keepers[phi.result] = [owner.result];
    owners.set(phi.result, owner);
  }
  for (const block of fn.blocks.values()) {
    const added = block.instructions.flatMap((i) => (i.kind === 'Phi' ? (owners.get(i.result) ?? []) : []));
    if (added.length > 0) block.instructions.unshift(...added);
  }
}

function findAbsentPhis(values: CountedValues, phis: readonly Phi[]): void {
  const { maybeAbsent } = values;
  for (let changed = true; changed;) {
    changed = false;
    for (const phi of phis) {
      if (maybeAbsent[phi.result] === 1 || !phi.inputs.some((input) => maybeAbsent[input.value] === 1)) continue;
      maybeAbsent[phi.result] = 1;
      changed = true;
    }
  }
}

/** Parents of loaded values and keepers of raw pointers. Chains of raw pointers are followed, definitions first. */
function findSources(fn: TypedFunction, values: CountedValues): void {
  const definitions: (Instruction | undefined)[] = new Array(fn.nextValue);
  for (const block of fn.blocks.values())
    for (const instruction of block.instructions) definitions[instruction.result] = instruction;
  const sourcesOf = (operands: readonly ValueId[]): ValueId[] => {
    const found = new Set<ValueId>();
    for (const operand of operands) {
      if (values.count[operand] !== Count.none) found.add(operand);
      for (const keeper of keepersOf(operand)) found.add(keeper);
    }
    return [...found];
  };
  const keepersOf = (value: ValueId): readonly ValueId[] => {
    const definition = definitions[value];
    if (definition === undefined) return [];
    if (values.keepers[value] !== undefined) return values.keepers[value];
    if (values.count[value] !== Count.none) return [];
    values.keepers[value] = [];
    if (isDerived(definition))
      values.keepers[value] =
        definition.kind === 'Phi' ? commonSources(definition) : sourcesOf(typedOperands(definition as TypedInstruction));
    return values.keepers[value];
  };
  const commonSources = (phi: Phi): ValueId[] => {
    const [first, ...rest] = phi.inputs.map((input) => keepersOf(input.value));
    return (first ?? []).filter((keeper) => rest.every((keepers) => keepers.includes(keeper)));
  };
  for (const definition of definitions) {
    if (definition === undefined) continue;
    if (definition.kind !== 'Phi' && values.count[definition.result] === Count.lazy) {
      const parents = sourcesOf(typedOperands(definition as TypedInstruction));
      values.parents[definition.result] = parents;
      const owners = parents.flatMap((parent) => (values.count[parent] === Count.lazy ? (values.keepers[parent] ?? []) : []));
      if (owners.length > 0) values.keepers[definition.result] = owners;
    } else if (isDerived(definition)) keepersOf(definition.result);
  }
}

/** Does the instruction give a pointer into an object? */
function isDerived(instruction: Instruction): boolean {
  if (instruction.kind === 'Phi') return instruction.rep === 'raw';
  return (instruction as TypedInstruction).rep === 'raw' && instruction.kind !== 'Symbol' && instruction.kind !== 'Argument';
}
