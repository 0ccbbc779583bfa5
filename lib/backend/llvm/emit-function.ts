/** A typed function as an LLVM function: its blocks in order, cold ones last, its phis and its ways out. */
import { assert } from '../../base/assert.js';
import type { BlockId, ValueId } from '../../base/ids.js';
import { layout } from '../../builtins/layout.js';
import { reversePostorder } from '../../ir/cfg.js';
import type { Block, Phi, Terminator } from '../../ir/function.js';
import type { TypedFunction, TypedInstruction } from '../../ir/typed.js';
import { conventionOf, isGeneral, pointNumber } from '../shared/versions.js';
import type { LlvmBlock, LlvmFunction, LlvmValue } from './builder.js';
import { call, i32, i64, typeOfRep, type Emission } from './emission.js';
import { pairOf } from './emit-call.js';
import { emitInstruction } from './emit-instruction.js';
import { beginFunction, setLine } from './debug-info.js';
import { callExit, maxExitValues } from './exit-helper.js';
import { describeVariables, framePointer, statePointer } from './emit-entry.js';
import {
  address,
  as,
  asShape,
  convert,
  define,
  finishBuffer,
  loadAs,
  loopingBlocks,
  isRare,
  shapeOf,
  storeArray,
  storeAs,
  type FunctionState,
} from './function-state.js';
import { callHelper } from './helpers.js';
import { qualityOf, type Quality } from './units.js';
import { declareVersion } from './version.js';

/** `quality`: that of the unit, or null where each function has its own. */
export function emitFunction(e: Emission, fn: TypedFunction, quality: Quality | null): LlvmFunction {
  const target = declareVersion(e, fn);
  const prologue = e.builder.CreateBlock(target);
  const f: FunctionState = {
    e,
    fn,
    convention: conventionOf(fn),
    target,
    registers: new Array(fn.nextValue),
    reps: new Array(fn.nextValue),
    payloads: new Map(),
    starts: new Map(),
    ends: new Map(),
    prologue,
    buffer: { place: null, words: 0 },
    looping: loopingBlocks(fn),
    cold: false,
    scope: e.debug === null ? null : beginFunction(e.debug, e.builder, fn, target),
  };
  if ((quality ?? qualityOf(fn)) === 'plain') skipOptimisation(e, target);
  else if (isGeneral(fn)) e.builder.AddFnAttr(target, 'optsize');
  const order = reversePostorder(fn).map((id) => fn.blocks.get(id)!);
  for (const block of [...order.filter((block) => !block.cold), ...order.filter((block) => block.cold)]) {
    f.starts.set(block.id, e.builder.CreateBlock(f.target));
  }
  const phis: { phi: Phi; node: LlvmValue }[] = [];
  for (const block of order) emitBlock(f, block, phis);
  for (const { phi, node } of phis) connectPhi(f, phi, node);
  finishBuffer(f);
  e.builder.SetInsertPoint(prologue);
  e.builder.CreateBr(startOf(f, fn.entry));
  if (f.scope !== null) e.builder.SetDebugLoc(null, 0, 0);
  return target;
}

/** LLVM's time is better spent elsewhere. */
function skipOptimisation(e: Emission, target: LlvmFunction): void {
  e.builder.AddFnAttr(target, 'noinline');
  e.builder.AddFnAttr(target, 'optnone');
}

function startOf(f: FunctionState, id: BlockId): LlvmBlock {
  const start = f.starts.get(id);
  assert(start !== undefined, `${f.fn.symbol}: no block b${id}`);
  return start;
}

function emitBlock(f: FunctionState, block: Block, phis: { phi: Phi; node: LlvmValue }[]): void {
  const { builder } = f.e;
  builder.SetInsertPoint(startOf(f, block.id));
  f.cold = block.cold === true || f.convention === 'general' || isRare(f, block.id);
  let phisEnd = f.scope === null;
  for (const instruction of block.instructions) {
    if (!phisEnd && instruction.kind !== 'Phi') {
      phisEnd = true;
      describePhis(f, block);
    }
    if (f.scope !== null && instruction.kind !== 'Phi') setLine(builder, f.scope, f.fn.source, instruction.span);
    if (instruction.kind !== 'Phi') {
      emitInstruction(f, instruction as TypedInstruction);
      if (f.scope !== null) describeVariables(f, instruction);
    } else if (instruction.rep !== 'void') {
      const node = builder.CreatePHI(typeOfRep(f.e, instruction.rep), instruction.inputs.length);
      define(f, instruction.result, instruction.rep, node);
      phis.push({ phi: instruction, node });
    }
  }
  emitTerminator(f, block.terminator);
  f.ends.set(block.id, builder.GetInsertBlock()!);
}

/** Behind them all, since phis stand together. */
function describePhis(f: FunctionState, block: Block): void {
  for (const instruction of block.instructions) {
    if (instruction.kind !== 'Phi') return;
    describeVariables(f, instruction);
  }
}

function connectPhi(f: FunctionState, phi: Phi, node: LlvmValue): void {
  for (const input of phi.inputs) {
    const end = f.ends.get(input.block);
    if (end === undefined) continue;
    assert(f.reps[input.value] !== undefined, `${f.fn.symbol}: phi %${phi.result} takes %${input.value}, which is not emitted`);
    const isSame = shapeOf(f.reps[input.value]!) === shapeOf(phi.rep);
    assert(isSame, `${f.fn.symbol}: phi %${phi.result} of ${phi.rep} takes %${input.value} of ${f.reps[input.value]}`);
    f.e.builder.AddIncoming(node, f.registers[input.value]!, end);
  }
}

function emitTerminator(f: FunctionState, terminator: Terminator): void {
  const { builder } = f.e;
  switch (terminator.kind) {
    case 'Jump':
      builder.CreateBr(startOf(f, terminator.target));
      return;
    case 'Branch': {
      const branch = builder.CreateCondBr(
        as(f, terminator.condition, 'bool'),
        startOf(f, terminator.then),
        startOf(f, terminator.else),
      );
      const weights = branchWeights(f, terminator);
      if (weights !== null) builder.SetBranchWeights(branch, weights);
      return;
    }
    case 'Switch':
      emitSwitch(f, terminator);
      return;
    case 'Return':
      emitReturn(f, terminator.value);
      return;
    case 'Unwind':
      emitUnwind(f);
      return;
    case 'Exit':
      emitExit(f, terminator);
      return;
    case 'Suspend':
      emitSuspend(f, terminator);
      return;
    case 'Unreachable':
      builder.CreateUnreachable();
      return;
    case 'JumpUnlessRaised':
      assert(false, `${f.fn.symbol}: JumpUnlessRaised after insert-exception-edges`);
  }
}

function branchWeights(
  f: FunctionState,
  { then, else: otherwise, likely }: Terminator & { kind: 'Branch' },
): [number, number] | null {
  const expected = likely ?? expectedByColdness(f, then, otherwise);
  return expected === undefined ? null : expected ? [2000, 1] : [1, 2000];
}

function expectedByColdness(f: FunctionState, then: BlockId, otherwise: BlockId): boolean | undefined {
  const [isThenCold, isElseCold] = [f.fn.blocks.get(then)!.cold === true, f.fn.blocks.get(otherwise)!.cold === true];
  return isThenCold === isElseCold ? undefined : isElseCold;
}

function emitSwitch(f: FunctionState, { value, cases, otherwise }: Terminator & { kind: 'Switch' }): void {
  const { e } = f;
  const instruction = e.builder.CreateSwitch(as(f, value, 'int'), startOf(f, otherwise), cases.length);
  for (const row of cases) e.builder.AddCase(instruction, i64(e, row.value), startOf(f, row.target));
  const weights = [otherwise, ...cases.map((row) => row.target)].map((id) => (f.fn.blocks.get(id)!.cold === true ? 1 : 2000));
  if (weights.includes(1) && weights.includes(2000)) e.builder.SetBranchWeights(instruction, weights);
}

function emitReturn(f: FunctionState, value: ValueId): void {
  const { e, fn } = f;
  const { builder } = e;
  if (f.convention === 'generator') {
    storeAs(f, as(f, value, 'value'), address(f, e.builder.GetArg(f.target, 0), layout.RtGenerator.result), 'generator.result');
    finishGenerator(f);
  } else if (f.convention === 'general') builder.CreateRet(as(f, value, 'value'));
  else if (!fn.version.fails) {
    if (fn.version.result === 'void') builder.CreateRetVoid();
    else builder.CreateRet(as(f, value, fn.version.result));
  } else if (fn.version.result === 'float') builder.CreateRet(pairOf(f, as(f, value, 'float'), i64(e, 0), true));
  else {
    const payload =
      fn.version.result === 'void' ? i64(e, 0) : convert(e, as(f, value, fn.version.result), shapeOf(fn.version.result), 'i64');
    builder.CreateRet(pairOf(f, payload, i64(e, 0)));
  }
}

/** Out of the function with an exception pending. */
function emitUnwind(f: FunctionState): void {
  const { e, fn } = f;
  if (f.convention === 'generator') finishGenerator(f);
  else if (f.convention === 'general') e.builder.CreateRet(i64(e, 0));
  else if (!fn.version.fails) e.builder.CreateUnreachable();
  else if (fn.version.result === 'float') e.builder.CreateRet(pairOf(f, e.builder.ConstDouble(0), i64(e, 1), true));
  else e.builder.CreateRet(pairOf(f, i64(e, 0), i64(e, 1)));
}

function finishGenerator(f: FunctionState): void {
  storeAs(f, i32(f.e, -1), statePointer(f), 'generator.state');
  f.e.builder.CreateRet(i64(f.e, 0));
}

/** Goes on in the general version; its result, a tagged word, is ours with status 2. */
function emitExit(f: FunctionState, exit: Terminator & { kind: 'Exit' }): void {
  const { e, fn } = f;
  const general = e.program.versions.get(fn.generalSymbol);
  if (f.convention === 'generator') {
    leaveGenerator(f, exit, general!);
    return;
  }
  assert(general !== undefined && isGeneral(general), `${fn.symbol}: no general version ${fn.generalSymbol} to exit to`);
  const closure = fn.freeVariables.length === 0 ? e.nullPointer : convert(e, e.builder.GetArg(f.target, 0), 'i64', 'ptr');
  const point = i32(e, pointNumber(general, exit.point));
  const isFloat = fn.version.result === 'float';
  const words = exit.values.map((value) => asShape(f, value, 'i64'));
  if (words.length <= maxExitValues) {
    e.builder.CreateRet(callExit(e, { general: declareVersion(e, general), closure, point, values: words, isFloat }));
    return;
  }
  const word = call(e, declareVersion(e, general), [closure, storeArray(f, words), point]);
  const raised = e.builder.CreateICmpEQ(word, i64(e, 0));
  const status = e.builder.CreateSelect(raised, i64(e, 1), i64(e, 2));
  e.builder.CreateRet(pairOf(f, isFloat ? convert(e, word, 'i64', 'double') : word, status, isFloat));
}

function storeFrame(f: FunctionState, values: readonly ValueId[]): void {
  const { e, fn } = f;
  values.forEach((value, slot) => {
    const pointer = framePointer(f, slot);
    if (slot < fn.parameters.length) callHelper(e, 'decref.maybe.cold', loadAs(f, e.types.i64, pointer, 'generator.frame'));
    storeAs(f, asShape(f, value, 'i64'), pointer, 'generator.frame');
  });
}

/** The generator goes on in the general version, now and ever after; the result of the point travels as what is sent. */
function leaveGenerator(f: FunctionState, exit: Terminator & { kind: 'Exit' }, general: TypedFunction): void {
  const { e } = f;
  const [first, ...rest] = exit.values;
  storeFrame(f, rest);
  const resume = declareVersion(e, general);
  storeAs(f, resume, address(f, e.builder.GetArg(f.target, 0), layout.RtGenerator.resume), 'generator.resume');
  storeAs(f, i32(e, pointNumber(general, exit.point)), statePointer(f), 'generator.state');
  const result = asShape(f, first!, 'i64');
  const word = call(e, declareVersion(e, general), [e.builder.GetArg(f.target, 0), result]);
  callHelper(e, 'decref.maybe.cold', result);
  e.builder.CreateRet(word);
}

function emitSuspend(f: FunctionState, suspend: Terminator & { kind: 'Suspend' }): void {
  const { e, fn } = f;
  storeFrame(f, suspend.values);
  storeAs(f, i32(e, pointNumber(fn, suspend.point)), statePointer(f), 'generator.state');
  e.builder.CreateRet(as(f, suspend.yielded, 'value'));
}
