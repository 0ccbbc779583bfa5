/** Operands, effects and representations of instructions of both levels, and the successors of terminators. */
import type { BlockId, ValueId } from '../base/ids.js';
import type { Instruction, Rep, Terminator } from './function.js';
import { genericInfo, genericMayRaise, genericOperands, isGeneric, mapGenericOperands } from './generic-info.js';
import { mapTypedOperands, typedMayRaise, typedOperands } from './typed-info.js';

export function operands(instruction: Instruction): ValueId[] {
  if (instruction.kind === 'Phi') return instruction.inputs.map((input) => input.value);
  return isGeneric(instruction) ? genericOperands(instruction) : typedOperands(instruction);
}

/** A copy with the operands replaced. */
export function mapOperands(instruction: Instruction, f: (value: ValueId) => ValueId): Instruction {
  if (instruction.kind === 'Phi') {
    return { ...instruction, inputs: instruction.inputs.map((input) => ({ block: input.block, value: f(input.value) })) };
  }
  return isGeneric(instruction) ? mapGenericOperands(instruction, f) : mapTypedOperands(instruction, f);
}

export function mayRaise(instruction: Instruction): boolean {
  if (instruction.kind === 'Phi') return false;
  return isGeneric(instruction) ? genericMayRaise(instruction) : typedMayRaise(instruction);
}

export function resultRep(instruction: Instruction): Rep {
  if (instruction.kind === 'Phi') return instruction.rep;
  return isGeneric(instruction) ? genericInfo[instruction.kind].resultRep : instruction.rep;
}

export function terminatorOperands(terminator: Terminator): ValueId[] {
  switch (terminator.kind) {
    case 'Branch':
      return [terminator.condition];
    case 'Switch':
    case 'Return':
      return [terminator.value];
    case 'Exit':
      return [...terminator.values];
    case 'Suspend':
      return [terminator.yielded, ...terminator.values];
    case 'Jump':
    case 'JumpUnlessRaised':
    case 'Unwind':
    case 'Unreachable':
      return [];
  }
}

export function mapTerminatorOperands(terminator: Terminator, f: (value: ValueId) => ValueId): Terminator {
  switch (terminator.kind) {
    case 'Branch':
      return { ...terminator, condition: f(terminator.condition) };
    case 'Switch':
    case 'Return':
      return { ...terminator, value: f(terminator.value) };
    case 'Exit':
      return { ...terminator, values: terminator.values.map(f) };
    case 'Suspend':
      return { ...terminator, yielded: f(terminator.yielded), values: terminator.values.map(f) };
    case 'Jump':
    case 'JumpUnlessRaised':
    case 'Unwind':
    case 'Unreachable':
      return terminator;
  }
}

/** The blocks a terminator can go to; one that is named twice stands twice. */
export function successors(terminator: Terminator): BlockId[] {
  switch (terminator.kind) {
    case 'Jump':
      return [terminator.target];
    case 'Branch':
      return [terminator.then, terminator.else];
    case 'Switch':
      return [...terminator.cases.map((row) => row.target), terminator.otherwise];
    case 'JumpUnlessRaised':
      return [terminator.target, terminator.handler];
    case 'Unwind':
      return terminator.handler === undefined ? [] : [terminator.handler];
    case 'Return':
    case 'Exit':
    case 'Suspend':
    case 'Unreachable':
      return [];
  }
}

export function mapSuccessors(terminator: Terminator, f: (block: BlockId) => BlockId): Terminator {
  switch (terminator.kind) {
    case 'Jump':
      return { ...terminator, target: f(terminator.target) };
    case 'Branch':
      return { ...terminator, then: f(terminator.then), else: f(terminator.else) };
    case 'Switch':
      return {
        ...terminator,
        cases: terminator.cases.map((row) => ({ value: row.value, target: f(row.target) })),
        otherwise: f(terminator.otherwise),
      };
    case 'JumpUnlessRaised':
      return { ...terminator, target: f(terminator.target), handler: f(terminator.handler) };
    case 'Unwind':
      return terminator.handler === undefined ? terminator : { ...terminator, handler: f(terminator.handler) };
    case 'Return':
    case 'Exit':
    case 'Suspend':
    case 'Unreachable':
      return terminator;
  }
}
