/**
 * Makes explicit where control goes when an instruction raises. Afterwards no JumpUnlessRaised is left, and an Unwind leaves the function.
 *
 *   %3 = CallRuntime rt_getitem %1 %2       %3 = CallRuntime rt_getitem %1 %2
 *   ...                                     %4 = IntCompare eq %3 null
 *                                      =>   branch %4 (unlikely) → landing: AddTraceback; unwind
 *                                           ...
 *
 * Landings outside `try` are shared by all instructions with the same span.
 */
import { assert } from '../base/assert.js';
import type { BlockId, ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { removeUnreachableBlocks, reversePostorder, successorsOf } from '../ir/cfg.js';
import { newBlock, newValue, type Block, type Instruction, type Phi, type PlacedSpan } from '../ir/function.js';
import { abiOf, typedMayRaise } from '../ir/typed-info.js';
import type { TypedFunction, TypedInstruction } from '../ir/typed.js';

interface Context {
  readonly fn: TypedFunction;
  readonly landings: Map<string, Block>;
}

export function insertExceptionEdges(fn: TypedFunction): void {
  const ctx: Context = { fn, landings: new Map() };
  for (const block of [...fn.blocks.values()]) {
    splitBlock(ctx, block);
    if (block.terminator.kind === 'Unwind' && block.terminator.handler !== undefined) {
      block.terminator = { kind: 'Jump', target: block.terminator.handler };
    }
  }
  removeUnreachableBlocks(fn);
  spreadColdness(fn);
}

/** What can only lead to cold blocks is cold as well: making the exception that a statement raises. */
function spreadColdness(fn: TypedFunction): void {
  for (const id of reversePostorder(fn).reverse()) {
    const block = fn.blocks.get(id)!;
    const next = successorsOf(block);
    if (next.length > 0 && next.every((successor) => fn.blocks.get(successor)!.cold === true)) block.cold = true;
  }
}

function mayRaise(instruction: Instruction): boolean {
  return instruction.kind !== 'Phi' && typedMayRaise(instruction as TypedInstruction);
}

/** Cuts a block after each raising instruction; the last part takes over its terminator. */
function splitBlock(ctx: Context, block: Block): void {
  const { fn } = ctx;
  const { terminator } = block;
  const handler = terminator.kind === 'JumpUnlessRaised' ? terminator.handler : null;
  const all = block.instructions.slice();
  let part = block;
  if (all.some(mayRaise)) {
    block.instructions.length = 0;
    for (const [index, instruction] of all.entries()) {
      if (!mayRaise(instruction)) {
        part.instructions.push(instruction);
        continue;
      }
      const isLast = index === all.length - 1;
      const landingFrom = (from: Block): Block => landing(ctx, instruction, isLast ? handler : null, block, from);
      if (isLast && terminator.kind === 'Unreachable') {
        part.instructions.push({ ...(instruction as TypedInstruction), rep: 'void' });
        part.terminator = { kind: 'Jump', target: landingFrom(part).id };
        return;
      }
      const exit = instruction.kind === 'CallVersion' ? exitTest(ctx, instruction, all.slice(index + 1), terminator) : null;
      if (exit !== null) {
        testStatus(ctx, part, instruction as TypedInstruction, exit, landingFrom);
        if (handler !== null) dropPredecessor(ctx, handler, block.id);
        return;
      }
      const next = newBlock(fn);
      if (block.cold === true) next.cold = true;
      testRaised(ctx, part, instruction as TypedInstruction, next, landingFrom);
      part = next;
    }
  }
  part.terminator = terminator.kind === 'JumpUnlessRaised' ? { kind: 'Jump', target: terminator.target } : terminator;
  if (part !== block) renamePredecessor(ctx, part, block.id);
  if (handler !== null) dropPredecessor(ctx, handler, block.id);
}

/** The phis of what follows the last part named the whole block as predecessor. */
function renamePredecessor(ctx: Context, part: Block, old: BlockId): void {
  for (const target of new Set(successorsOf(part))) {
    for (const phi of phisOf(ctx, target)) for (const input of phi.inputs) if (input.block === old) input.block = part.id;
  }
}

/** The handler is reached through landings now, each with inputs of its own. */
function dropPredecessor(ctx: Context, handler: BlockId, old: BlockId): void {
  for (const phi of phisOf(ctx, handler)) phi.inputs = phi.inputs.filter((input) => input.block !== old);
}

function phisOf(ctx: Context, id: BlockId): Phi[] {
  const phis: Phi[] = [];
  for (const instruction of ctx.fn.blocks.get(id)!.instructions) {
    if (instruction.kind !== 'Phi') break;
    phis.push(instruction);
  }
  return phis;
}

/** The cold block that a raised exception goes through: notes the place, then on to the handler or out of the function. */
function landing(ctx: Context, raising: Instruction, handler: BlockId | null, origin: Block, from: Block): Block {
  const phis = handler === null ? [] : phisOf(ctx, handler);
  const key = `${raising.kind === 'StackCheck' ? 'stack' : isBareRaise(raising) || isSilent(raising) ? 'again' : ''}${raising.span.start}:${raising.span.end}:${(raising.span as PlacedSpan).within?.fn.symbol ?? ''}:${handler ?? ''}`;
  const known = ctx.landings.get(key);
  if (known !== undefined && phis.length === 0) return known;
  const block = newBlock(ctx.fn);
  block.cold = true;
  if (raising.kind === 'StackCheck') callRaiseRecursion(ctx, block, raising.span);
  else if (!isBareRaise(raising) && !isSilent(raising)) addTraceback(ctx, block, raising.span);
  block.terminator = handler === null ? { kind: 'Unwind' } : { kind: 'Jump', target: handler };
  for (const phi of phis) {
    const input = phi.inputs.find((candidate) => candidate.block === origin.id);
    assert(input !== undefined, `${ctx.fn.symbol}: phi %${phi.result} lacks an input from b${origin.id} (b${from.id})`);
    phi.inputs.push({ block: block.id, value: input.value });
  }
  if (phis.length === 0) ctx.landings.set(key, block);
  return block;
}

/** One entry for the function, and before it one for each class body or generator expression around the place that runs in it. */
function addTraceback(ctx: Context, block: Block, span: PlacedSpan): void {
  const { within } = span;
  push(ctx, block, span, { kind: 'AddTraceback', rep: 'void', in: within?.fn });
  if (within === undefined) return;
  if (within.isGenerator) push(ctx, block, span, { kind: 'CallRuntime', rep: 'void', symbol: 'rt_generator_leave', args: [] });
  addTraceback(ctx, block, within.call);
}

function isSilent(raising: Instruction): boolean {
  return raising.kind === 'CallVersion' && raising.silent === true;
}

/** A bare `raise` adds no entry for its own place. */
function isBareRaise(raising: Instruction): boolean {
  if (raising.kind !== 'CallRuntime' || raising.symbol !== 'rt_raise_statement') return false;
  const exception = raising.args[0]!;
  return typeof exception === 'object' && 'number' in exception && exception.number === 0n;
}

function callRaiseRecursion(ctx: Context, block: Block, span: Span): void {
  push(ctx, block, span, { kind: 'CallRuntime', rep: 'void', symbol: 'rt_raise_recursion', args: [] });
}

type Unplaced = TypedInstruction extends infer I ? (I extends TypedInstruction ? Omit<I, 'result' | 'span'> : never) : never;

function push(ctx: Context, block: Block, span: Span, instruction: Unplaced): ValueId {
  const result = newValue(ctx.fn);
  block.instructions.push({ ...instruction, result, span } as TypedInstruction);
  return result;
}

/** Appends the instruction and the test of its result to `part`, which then goes on to `next` or to the landing. */
function testRaised(
  ctx: Context,
  part: Block,
  instruction: TypedInstruction,
  next: Block,
  landingFrom: (from: Block) => Block,
): void {
  const { span } = instruction;
  if (instruction.kind === 'StackCheck') {
    part.instructions.push({ ...instruction, rep: 'bool' });
    part.terminator = { kind: 'Branch', condition: instruction.result, then: landingFrom(part).id, else: next.id, likely: false };
    return;
  }
  part.instructions.push(instruction);
  const isEqual = (block: Block, left: ValueId, right: ValueId): ValueId =>
    push(ctx, block, span, { kind: 'IntCompare', rep: 'bool', op: 'eq', left, right });
  const branchOn = (block: Block, condition: ValueId): void => {
    block.terminator = { kind: 'Branch', condition, then: landingFrom(block).id, else: next.id, likely: false };
  };
  const test = testOf(instruction);
  switch (test) {
    case 'pair': {
      const status = push(ctx, part, span, { kind: 'PairStatus', rep: 'int', operand: instruction.result });
      branchOn(part, isEqual(part, status, push(ctx, part, span, { kind: 'IntConst', rep: 'int', value: 1n })));
      return;
    }
    case 'null':
      branchOn(part, isEqual(part, instruction.result, push(ctx, part, span, { kind: 'ValueConst', rep: 'value', value: null })));
      return;
    case 'minus-one':
      branchOn(
        part,
        isEqual(part, instruction.result, push(ctx, part, span, { kind: 'IntConst', rep: instruction.rep, value: -1n })),
      );
      return;
    case 'pending':
      branchOn(part, isPending(ctx, part, span));
      return;
    case 'null-and-pending':
    case 'minus-one-and-pending': {
      const suspicious: Unplaced =
        test === 'null-and-pending'
          ? { kind: 'ValueConst', rep: 'value', value: null }
          : { kind: 'IntConst', rep: 'int', value: -1n };
      const check = newBlock(ctx.fn);
      check.cold = true;
      const condition = isEqual(part, instruction.result, push(ctx, part, span, suspicious));
      part.terminator = { kind: 'Branch', condition, then: check.id, else: next.id, likely: false };
      branchOn(check, isPending(ctx, check, span));
      return;
    }
  }
}

interface ExitTest {
  readonly exit: BlockId;
  readonly next: BlockId;
}

/**
 * Where control goes after a call, if nothing but the test for status 2 follows it: in the same block, or in one of its own inside `try`.
 *
 *   %2 = PairStatus %1; %3 = IntConst 2; %4 = IntCompare eq %2 %3; branch %4 → exit, next
 */
function exitTest(
  ctx: Context,
  called: Instruction,
  rest: readonly Instruction[],
  terminator: Block['terminator'],
): ExitTest | null {
  if (terminator.kind === 'JumpUnlessRaised' && rest.length === 0) {
    const block = ctx.fn.blocks.get(terminator.target)!;
    return exitTest(ctx, called, block.instructions, block.terminator);
  }
  const [status, two, compare] = rest;
  if (rest.length !== 3 || terminator.kind !== 'Branch') return null;
  if (status!.kind !== 'PairStatus' || status!.operand !== called.result || two!.kind !== 'IntConst' || two!.value !== 2n)
    return null;
  if (
    compare!.kind !== 'IntCompare' ||
    compare!.op !== 'eq' ||
    compare!.left !== status!.result ||
    compare!.right !== two!.result
  )
    return null;
  if (
    terminator.condition !== compare!.result ||
    phisOf(ctx, terminator.then).length > 0 ||
    phisOf(ctx, terminator.else).length > 0
  )
    return null;
  return { exit: terminator.then, next: terminator.else };
}

/** One test for the usual status 0; which of the others it is gets asked in a cold block. */
function testStatus(
  ctx: Context,
  part: Block,
  called: TypedInstruction,
  to: ExitTest,
  landingFrom: (from: Block) => Block,
): void {
  const { span } = called;
  part.instructions.push(called);
  const status = push(ctx, part, span, { kind: 'PairStatus', rep: 'int', operand: called.result });
  const compare = (block: Block, op: 'eq' | 'ne', value: bigint): ValueId => {
    const right = push(ctx, block, span, { kind: 'IntConst', rep: 'int', value });
    return push(ctx, block, span, { kind: 'IntCompare', rep: 'bool', op, left: status, right });
  };
  const unusual = newBlock(ctx.fn);
  unusual.cold = true;
  part.terminator = { kind: 'Branch', condition: compare(part, 'ne', 0n), then: unusual.id, else: to.next, likely: false };
  unusual.terminator = { kind: 'Branch', condition: compare(unusual, 'eq', 1n), then: landingFrom(unusual).id, else: to.exit };
}

type RaiseTest = 'pair' | 'null' | 'minus-one' | 'pending' | 'null-and-pending' | 'minus-one-and-pending';

/** How the result shows that an instruction has raised. */
function testOf(instruction: TypedInstruction): RaiseTest {
  if (instruction.kind === 'CallVersion') return 'pair';
  assert(instruction.kind === 'CallRuntime', `${instruction.kind} can't raise`);
  const { result, optionalResult } = abiOf(instruction.symbol);
  switch (result) {
    case 'value':
    case 'raw':
      return optionalResult ? 'null-and-pending' : 'null';
    case 'status':
      return 'minus-one';
    case 'int':
      return 'minus-one-and-pending';
    case 'float':
    case 'bool':
    case 'void':
      return 'pending';
  }
}

function isPending(ctx: Context, block: Block, span: Span): ValueId {
  const base = push(ctx, block, span, { kind: 'Symbol', rep: 'raw', name: 'rt_pending' });
  const pending = push(ctx, block, span, { kind: 'LoadField', rep: 'int', base, offset: 0, memory: 'int', alias: 'pending' });
  const zero = push(ctx, block, span, { kind: 'IntConst', rep: 'int', value: 0n });
  return push(ctx, block, span, { kind: 'IntCompare', rep: 'bool', op: 'ne', left: pending, right: zero });
}
