/** Which values of a function are counted, and how: what insert-refcounts decides by. */
import type { ValueId } from '../base/ids.js';
import type { Instruction, Phi } from '../ir/function.js';
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
  /** 1: may be the no-value. */
  readonly maybeAbsent: Uint8Array;
  /** Lazy values: what they were read from (counted values). */
  readonly parents: (readonly ValueId[] | undefined)[];
  /** Raw pointers: the counted values that must stay alive as long as they are used. */
  readonly keepers: (readonly ValueId[] | undefined)[];
}

export function findCountedValues(fn: TypedFunction): CountedValues {
  const size = fn.nextValue;
  const values: CountedValues = { count: new Uint8Array(size), maybeAbsent: new Uint8Array(size), parents: new Array(size), keepers: new Array(size) };
  const phis: Phi[] = [];
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      if (instruction.kind !== 'Phi') classify(fn, values, instruction as TypedInstruction);
      else if (instruction.rep === 'value') phis.push(instruction);
    }
  }
  classifyPhis(values, phis);
  findAbsentPhis(values, phis);
  for (const phi of phis) if (values.count[phi.result] === Count.lazy) values.parents[phi.result] = phi.inputs.map((input) => input.value);
  findSources(fn, values);
  return values;
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
    case 'FrameLoad':
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

/** A phi is what the most demanding of its inputs is; one of loaded inputs is itself loaded. */
function classifyPhis(values: CountedValues, phis: readonly Phi[]): void {
  const { count } = values;
  for (let changed = true; changed; ) {
    changed = false;
    for (const phi of phis) {
      let most = Count.none;
      for (const input of phi.inputs) if (count[input.value]! > most) most = count[input.value]!;
      if (most !== count[phi.result]) {
        count[phi.result] = most;
        changed = true;
      }
    }
  }
}

function findAbsentPhis(values: CountedValues, phis: readonly Phi[]): void {
  const { maybeAbsent } = values;
  for (let changed = true; changed; ) {
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
  for (const block of fn.blocks.values()) for (const instruction of block.instructions) definitions[instruction.result] = instruction;
  const sourcesOf = (operands: readonly ValueId[]): ValueId[] => {
    const found = new Set<ValueId>();
    for (const operand of operands) {
      if (values.count[operand] !== Count.none) found.add(operand);
      else for (const keeper of keepersOf(operand)) found.add(keeper);
    }
    return [...found];
  };
  const keepersOf = (value: ValueId): readonly ValueId[] => {
    const definition = definitions[value];
    if (definition === undefined) return [];
    if (values.keepers[value] !== undefined) return values.keepers[value];
    values.keepers[value] = [];
    if (isDerived(definition)) values.keepers[value] = definition.kind === 'Phi' ? commonSources(definition) : sourcesOf(typedOperands(definition as TypedInstruction));
    return values.keepers[value];
  };
  const commonSources = (phi: Phi): ValueId[] => {
    const [first, ...rest] = phi.inputs.map((input) => keepersOf(input.value));
    return (first ?? []).filter((keeper) => rest.every((keepers) => keepers.includes(keeper)));
  };
  for (const definition of definitions) {
    if (definition === undefined) continue;
    if (definition.kind !== 'Phi' && values.count[definition.result] === Count.lazy) {
      values.parents[definition.result] = sourcesOf(typedOperands(definition as TypedInstruction));
    } else if (isDerived(definition)) keepersOf(definition.result);
  }
}

/** Does the instruction give a pointer into an object? */
function isDerived(instruction: Instruction): boolean {
  if (instruction.kind === 'Phi') return instruction.rep === 'raw';
  return (instruction as TypedInstruction).rep === 'raw' && instruction.kind !== 'Symbol' && instruction.kind !== 'Argument';
}
