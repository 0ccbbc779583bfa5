/**
 * Removes instructions whose result is unused and that neither raise nor change anything.
 *
 *   %1 = IntConst 2        %2 = IntConst 3
 *   %2 = IntConst 3   =>   return %2
 *   return %2
 */
import type { ValueId } from '../base/ids.js';
import { removeUnreachableBlocks } from '../ir/cfg.js';
import type { Instruction } from '../ir/function.js';
import { operands, terminatorOperands } from '../ir/op-info.js';
import { hasSideEffects } from '../ir/typed-info.js';
import type { TypedFunction, TypedInstruction } from '../ir/typed.js';

export function removeDeadCode(fn: TypedFunction): void {
  removeUnreachableBlocks(fn);
  const needed = markNeeded(fn);
  for (const block of fn.blocks.values()) {
    const { instructions } = block;
    let kept = 0;
    for (const instruction of instructions) if (needed[instruction.result] === 1) instructions[kept++] = instruction;
    instructions.length = kept;
  }
}

/** 1 for each value whose instruction must stay. */
function markNeeded(fn: TypedFunction): Uint8Array {
  const needed = new Uint8Array(fn.nextValue);
  const definitions: (Instruction | undefined)[] = new Array(fn.nextValue);
  const work: ValueId[] = [];
  const mark = (value: ValueId): void => {
    if (needed[value] === 1) return;
    needed[value] = 1;
    work.push(value);
  };
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) definitions[instruction.result] = instruction;
  }
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) if (mustStay(fn, instruction)) mark(instruction.result);
    for (const value of terminatorOperands(block.terminator)) mark(value);
  }
  while (work.length > 0) {
    const definition = definitions[work.pop()!];
    if (definition !== undefined) for (const value of operands(definition)) mark(value);
  }
  return needed;
}

function mustStay(fn: TypedFunction, instruction: Instruction): boolean {
  if (instruction.kind === 'Phi') return false;
  // A generator's arguments are moved out of its frame.
  if (instruction.kind === 'Argument') return fn.kind === 'generator';
  return hasSideEffects(instruction as TypedInstruction);
}
