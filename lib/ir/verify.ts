/** Checks what every function must keep to. Throws an InternalError that names function, block and instruction. */
import { InternalError } from '../base/assert.js';
import type { BlockId, ValueId } from '../base/ids.js';
import { dominanceTest, predecessors, reversePostorder, successorsOf } from './cfg.js';
import type { Block, Instruction, IrFunction, Phi } from './function.js';
import { mayRaise, operands, resultRep, terminatorOperands } from './op-info.js';
import { printInstruction, printTerminator } from './print.js';

interface Definition {
  readonly block: BlockId;
  readonly index: number;
  readonly instruction: Instruction;
}

export function verifyFunction(fn: IrFunction): void {
  const order = checkTargets(fn);
  const definitions = collectDefinitions(fn);
  const dominates = dominanceTest(fn, order);
  const before = predecessors(fn);
  for (const id of order) {
    const block = fn.blocks.get(id)!;
    let phisDone = false;
    block.instructions.forEach((instruction, index) => {
      const fail = (message: string): never => failIn(fn, block, printInstruction(instruction), message);
      if (instruction.kind === 'Phi') {
        if (phisDone) fail('stands after an instruction that is no phi');
        checkPhi(instruction, before.get(id)!, definitions, dominates, fail);
        return;
      }
      phisDone = true;
      for (const value of operands(instruction)) checkUse(value, id, index, definitions, dominates, fail);
    });
    checkTerminator(fn, block, definitions, dominates);
  }
}

function failIn(fn: IrFunction, block: Block, text: string, message: string): never {
  throw new InternalError(`${fn.symbol}, b${block.id}: ${text}: ${message}`);
}

function checkTargets(fn: IrFunction): BlockId[] {
  for (const [id, block] of fn.blocks) {
    if (block.id !== id) throw new InternalError(`${fn.symbol}: b${block.id} is listed as b${id}`);
    for (const target of successorsOf(block)) {
      if (!fn.blocks.has(target)) failIn(fn, block, printTerminator(block.terminator), `no block b${target}`);
    }
  }
  const order = reversePostorder(fn);
  if (predecessors(fn).get(fn.entry)!.length > 0) throw new InternalError(`${fn.symbol}: the entry block has predecessors`);
  return order;
}

function collectDefinitions(fn: IrFunction): Map<ValueId, Definition> {
  const definitions = new Map<ValueId, Definition>();
  for (const block of fn.blocks.values()) {
    block.instructions.forEach((instruction, index) => {
      if (definitions.has(instruction.result)) failIn(fn, block, printInstruction(instruction), 'its result is defined twice');
      definitions.set(instruction.result, { block: block.id, index, instruction });
    });
  }
  return definitions;
}

type Dominates = (a: BlockId, b: BlockId) => boolean;

function checkUse(
  value: ValueId,
  block: BlockId,
  index: number,
  definitions: ReadonlyMap<ValueId, Definition>,
  dominates: Dominates,
  fail: (message: string) => never,
): void {
  const definition = definitions.get(value);
  if (definition === undefined) return fail(`v${value} is not defined`);
  const isBefore = definition.block === block ? definition.index < index : dominates(definition.block, block);
  if (!isBefore) fail(`v${value}, of b${definition.block}, is not defined on every way here`);
}

function checkPhi(
  phi: Phi,
  before: readonly BlockId[],
  definitions: ReadonlyMap<ValueId, Definition>,
  dominates: Dominates,
  fail: (message: string) => never,
): void {
  const named = new Set(phi.inputs.map((input) => input.block));
  if (named.size !== phi.inputs.length) fail('a predecessor is named twice');
  if (named.size !== before.length || !before.every((block) => named.has(block))) {
    fail(`the predecessors are ${before.map((block) => `b${block}`).join(', ')}`);
  }
  for (const { block, value } of phi.inputs) checkUse(value, block, Infinity, definitions, dominates, fail);
}

function checkTerminator(
  fn: IrFunction,
  block: Block,
  definitions: ReadonlyMap<ValueId, Definition>,
  dominates: Dominates,
): void {
  const { terminator } = block;
  const fail = (message: string): never => failIn(fn, block, printTerminator(terminator), message);
  for (const value of terminatorOperands(terminator)) checkUse(value, block.id, Infinity, definitions, dominates, fail);
  if (terminator.kind === 'JumpUnlessRaised') {
    const last = block.instructions[block.instructions.length - 1];
    if (last === undefined || !mayRaise(last)) fail('the last instruction cannot raise');
    if (terminator.target === terminator.handler) fail('target and handler are one block');
  }
  if (terminator.kind === 'Branch') {
    if (resultRep(definitions.get(terminator.condition)!.instruction) !== 'bool') fail('the condition is no bool');
    if (terminator.then === terminator.else) fail('both ways lead to one block');
  }
}
