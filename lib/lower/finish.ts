/** What is tidied when a function is complete: unreachable blocks, checks that can't fail, phis that are copies. */
import type { ValueId } from '../base/ids.js';
import { mergeStraightBlocks, removeUnreachableBlocks, replaceValues } from '../ir/cfg.js';
import type { Instruction, IrFunction } from '../ir/function.js';
import { keep, removeCopies } from './remove-copies.js';
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

const removable: ReadonlySet<string> = new Set([
  'Phi',
  'Constant',
  'Unbound',
  'Refine',
  'LoadBuiltin',
  'LoadModuleMember',
  'FreeCell',
  'LoadCell',
  'TupleItem',
]);

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
