/** What is tidied when a function is complete: unreachable blocks, checks that can't fail, phis that are copies. */
import type { ValueId } from '../base/ids.js';
import { mergeStraightBlocks, removeUnreachableBlocks, replaceValues } from '../ir/cfg.js';
import type { Instruction, IrFunction, Phi } from '../ir/function.js';
import { operands, terminatorOperands } from '../ir/op-info.js';
import type { FunctionContext } from './context.js';

export function finishFunction(ctx: FunctionContext): void {
  const { fn } = ctx;
  ctx.ssa.finish();
  removeUnreachableBlocks(fn);
  removeChecks(fn);
  removeCopies(fn);
  mergeStraightBlocks(fn);
  removeUnused(fn);
}

function* instructionsOf(fn: IrFunction): Iterable<Instruction> {
  for (const block of fn.blocks.values()) yield* block.instructions;
}

/** Values that may be the no-value of an unbound variable: Unbound, and the phis it flows into. */
function maybeUnbound(fn: IrFunction): Set<ValueId> {
  const users = new Map<ValueId, ValueId[]>();
  const work: ValueId[] = [];
  for (const instruction of instructionsOf(fn)) {
    if (instruction.kind === 'Unbound' || instruction.kind === 'LoadCell') work.push(instruction.result);
    if (instruction.kind !== 'Phi') continue;
    for (const { value } of instruction.inputs) {
      const list = users.get(value);
      if (list === undefined) users.set(value, [instruction.result]);
      else list.push(instruction.result);
    }
  }
  const found = new Set(work);
  for (let value = work.pop(); value !== undefined; value = work.pop()) {
    for (const user of users.get(value) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      work.push(user);
    }
  }
  return found;
}

/** Removes `CheckBound` of what is certainly bound. Inside `try`, its edge to the handler goes too. */
function removeChecks(fn: IrFunction): void {
  const unbound = maybeUnbound(fn);
  const replaced = new Map<ValueId, ValueId>();
  for (const block of fn.blocks.values()) {
    const last = block.instructions[block.instructions.length - 1];
    const isCheck = (i: Instruction): boolean => i.kind === 'CheckBound' && !unbound.has(i.value);
    if (last !== undefined && isCheck(last) && block.terminator.kind === 'JumpUnlessRaised') {
      removeInputs(fn, block.terminator.handler, block.id);
      block.terminator = { kind: 'Jump', target: block.terminator.target };
    }
    for (const instruction of block.instructions) {
      if (instruction.kind === 'CheckBound' && isCheck(instruction)) replaced.set(instruction.result, instruction.value);
    }
    if (replaced.size > 0) keep(block.instructions, (instruction) => !replaced.has(instruction.result));
  }
  replaceValues(fn, replaced);
  if (replaced.size > 0) removeUnreachableBlocks(fn);
}

function removeInputs(fn: IrFunction, target: number, from: number): void {
  for (const instruction of fn.blocks.get(target as never)!.instructions) {
    if (instruction.kind !== 'Phi') break;
    instruction.inputs = instruction.inputs.filter((input) => input.block !== (from as never));
  }
}

function keep<T>(list: T[], wanted: (item: T) => boolean): void {
  const kept = list.filter(wanted);
  if (kept.length < list.length) list.splice(0, list.length, ...kept);
}

/**
 * A phi all of whose inputs are refinements of one value (or the phi itself) is that value: the most refined one that all have in common,
 * because other refinements hold only on the ways where they were made.
 */
function removeCopies(fn: IrFunction): void {
  const refined = new Map<ValueId, ValueId>();
  const phis = new Map<ValueId, Phi>();
  for (const instruction of instructionsOf(fn)) {
    if (instruction.kind === 'Refine') refined.set(instruction.result, instruction.value);
    else if (instruction.kind === 'Phi') phis.set(instruction.result, instruction);
  }
  const replaced = new Map<ValueId, ValueId>();
  const resolve = (value: ValueId): ValueId => {
    for (let next = replaced.get(value); next !== undefined; next = replaced.get(value)) value = next;
    return value;
  };
  /** The value and what it refines, step by step. */
  const chainOf = (value: ValueId): ValueId[] => {
    const chain = [resolve(value)];
    for (let next = refined.get(chain[0]!); next !== undefined; next = refined.get(chain[chain.length - 1]!)) chain.push(resolve(next));
    return chain;
  };
  const users = new Map<ValueId, Phi[]>();
  for (const phi of phis.values()) for (const input of phi.inputs) addUser(users, lastOf(chainOf(input.value)), phi);
  const work = [...phis.values()];
  for (let phi = work.pop(); phi !== undefined; phi = work.pop()) {
    if (replaced.has(phi.result)) continue;
    const chains = phi.inputs.map((input) => chainOf(input.value)).filter((chain) => !chain.includes(phi!.result));
    const common = commonPart(chains);
    if (common === undefined) continue;
    replaced.set(phi.result, common);
    const root = lastOf(chainOf(common));
    for (const user of users.get(phi.result) ?? []) {
      addUser(users, root, user);
      work.push(user);
    }
  }
  for (const block of fn.blocks.values()) keep(block.instructions, (instruction) => !replaced.has(instruction.result));
  replaceValues(fn, replaced);
}

function addUser(users: Map<ValueId, Phi[]>, value: ValueId, phi: Phi): void {
  const list = users.get(value);
  if (list === undefined) users.set(value, [phi]);
  else list.push(phi);
}

function lastOf<T>(items: readonly T[]): T {
  return items[items.length - 1]!;
}

/** The first value that stands in all chains, which have a common end if any. */
function commonPart(chains: readonly (readonly ValueId[])[]): ValueId | undefined {
  const [first, ...rest] = chains;
  if (first === undefined) return undefined;
  const sets = rest.map((chain) => new Set(chain));
  return first.find((value) => sets.every((set) => set.has(value)));
}

const removable: ReadonlySet<string> = new Set(['Phi', 'Constant', 'Unbound', 'Refine', 'LoadBuiltin', 'LoadModuleMember', 'FreeCell', 'LoadCell', 'TupleItem']);

/** Removes what has no effect and no use, and refinements that only refinements use. */
function removeUnused(fn: IrFunction): void {
  const counts = new Map<ValueId, number>();
  const producers = new Map<ValueId, Instruction>();
  const count = (value: ValueId, by: number): void => void counts.set(value, (counts.get(value) ?? 0) + by);
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      producers.set(instruction.result, instruction);
      for (const value of operands(instruction)) if (value !== instruction.result) count(value, 1);
    }
    for (const value of terminatorOperands(block.terminator)) count(value, 1);
  }
  const dead = new Set<ValueId>();
  const work = [...producers.values()];
  for (let instruction = work.pop(); instruction !== undefined; instruction = work.pop()) {
    const { result, kind } = instruction;
    if (dead.has(result) || (counts.get(result) ?? 0) > 0 || !removable.has(kind)) continue;
    dead.add(result);
    for (const value of operands(instruction)) {
      if (value === result) continue;
      count(value, -1);
      const producer = producers.get(value);
      if (producer !== undefined) work.push(producer);
    }
  }
  for (const block of fn.blocks.values()) keep(block.instructions, (instruction) => !dead.has(instruction.result));
}
