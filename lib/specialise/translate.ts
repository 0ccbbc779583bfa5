/**
 * Translates a generic function into one typed version: fast (types from inference, exits) or general (every value a tagged word, resume entries).
 *
 *   %5 = Binary Add %3 %4          %9 = IntChecked add %7 %8
 *                           =>     branch overflow → cold: box, Exit after %5
 *                                  %10 = CheckedValue %9
 */
import { assert } from '../base/assert.js';
import type { BlockId, ValueId } from '../base/ids.js';
import { reversePostorder } from '../ir/cfg.js';
import { newBlock, newValue, noNames, type Block, type IrFunction, type Phi, type Rep } from '../ir/function.js';
import type { GenericInstruction } from '../ir/generic.js';
import { computeLiveness } from '../ir/liveness.js';
import { operands, terminatorOperands } from '../ir/op-info.js';
import { generalSymbol } from '../ir/program.js';
import { SsaBuilder } from '../ir/ssa-builder.js';
import type { FunctionVersion, TypedFunction, TypedInstruction } from '../ir/typed.js';
import type { Span } from '../base/source.js';
import { any, type Type } from '../types/type.js';
import type { Context } from '../analysis/context.js';
import type { ProgramFacts } from './facts.js';
import { fastOps } from './fast-ops.js';
import { isTrusted, narrow } from './guards.js';
import { generalOps } from './general-ops.js';
import {
  branch,
  call,
  exitAfter,
  edges,
  emit,
  genericRep,
  get,
  jump,
  livePast,
  noValue,
  startBlock,
  toRep,
  toValue,
  type Held,
  type Translation,
} from './translation.js';

export interface Request {
  readonly facts: ProgramFacts;
  readonly generic: IrFunction;
  readonly version: FunctionVersion;
  /** null: the general version. */
  readonly context: Context | null;
  /** Generic points at which this version can be entered: for general versions the exits of the fast ones; yields are added. */
  readonly resumeAt: Iterable<ValueId>;
}

export interface Result {
  readonly fn: TypedFunction;
  /** Points that its exits go to. */
  readonly exits: ReadonlySet<ValueId>;
}

/** What nothing reaches is treated as if it could be anything. */
function typesOf(context: Context | null): (value: ValueId) => Type {
  if (context === null) return () => any;
  return (value) => {
    const type = context.types[value];
    return type === undefined || type.kind === 'Never' ? any : type;
  };
}

interface Work {
  readonly t: Translation;
  readonly starts: Map<BlockId, Block>;
  /** The typed phis of each generic block, in the order of the generic ones. */
  readonly phis: Map<BlockId, Phi[]>;
  readonly resume: Map<ValueId, Block>;
}

export function translate(request: Request): Result {
  const { generic } = request;
  const points = [...new Set([...request.resumeAt, ...yieldPoints(generic)])].sort((a, b) => a - b);
  const repaired = new Set<ValueId>();
  const t = createTranslation(request, points, repaired);
  for (const point of points) {
    repaired.add(point);
    for (const id of livePast(t, t.definition.get(point) as GenericInstruction)) repaired.add(id);
  }
  const work: Work = { t, starts: new Map(), phis: new Map(), resume: new Map() };
  translateBody(work, points);
  t.ssa.finish();
  return { fn: t.out, exits: t.exits };
}

/** An empty typed function with an entry block, and the state to fill it. */
export function createTranslation(request: Request, points: readonly ValueId[], repaired: ReadonlySet<ValueId>): Translation {
  const { generic } = request;
  const out: TypedFunction = {
    ...generic,
    symbol: request.version.symbol,
    blocks: new Map(),
    valueNames: noNames(),
    entry: 0 as BlockId,
    nextValue: 0,
    nextBlock: 0,
    version: request.version,
    general: request.context === null,
    rare: request.context !== null && request.facts.isRare(request.context),
    resumePoints: points,
    generalSymbol: generalSymbol(generic),
  };
  const block = newBlock(out);
  const uses = countUses(generic);
  const t: Translation = {
    facts: request.facts,
    generic,
    out,
    fast: request.context !== null,
    context: request.context,
    typeOf: typesOf(request.context),
    useCount: uses.counts,
    users: uses.users,
    definition: uses.definition,
    position: uses.position,
    liveness: computeLiveness(generic),
    ssa: makeSsaBuilder(out, (key) => variableRep(t, key)),
    stateReps: new Map(),
    held: new Map(),
    repaired,
    exits: new Set(),
    more: new Map(),
    exhausted: new Map(),
    wrapped: new Set(),
    handler: null,
    block,
    span: generic.span,
  };
  t.ssa.seal(block.id);
  return t;
}

function makeSsaBuilder(out: TypedFunction, rep: (key: string) => Rep): SsaBuilder<string> {
  return new SsaBuilder(out, {
    rep,
    span: out.span,
    undefinedValue: (key, block) => {
      const result = newValue(out);
      out.blocks.get(block)!.instructions.unshift(zero(rep(key), result, out.span));
      return result;
    },
  });
}

/** What a variable holds on ways where it was never written, which are never taken. */
function zero(rep: Rep, result: ValueId, span: Span): TypedInstruction {
  switch (rep) {
    case 'int':
      return { kind: 'IntConst', result, span, rep, value: 0n };
    case 'float':
      return { kind: 'FloatConst', result, span, rep, value: 0 };
    case 'bool':
      return { kind: 'BoolConst', result, span, rep, value: false };
    default:
      return { kind: 'ValueConst', result, span, rep, value: null };
  }
}

function variableRep(t: Translation, key: string): Rep {
  return t.stateReps.get(key) ?? genericRep(t, Number(key.slice(1)) as ValueId);
}

function translateBody(work: Work, points: readonly ValueId[]): void {
  const { t } = work;
  const order = reversePostorder(t.generic);
  for (const id of order) prepareBlock(work, id);
  const current = { generic: order[0]! };
  edges.make = (_, target) => edgeTo(work, current.generic, target);
  emitEntry(work, points);
  for (const id of order) {
    current.generic = id;
    translateBlock(work, id);
  }
  for (const start of work.starts.values()) t.ssa.seal(start.id);
}

/** The typed block and the typed phis of a generic block; the phis' inputs come with the edges. */
function prepareBlock(work: Work, id: BlockId): void {
  const { t } = work;
  const start = newBlock(t.out);
  const generic = t.generic.blocks.get(id)!;
  if (generic.cold) start.cold = true;
  const phis: Phi[] = [];
  work.starts.set(id, start);
  work.phis.set(id, phis);
  for (const instruction of generic.instructions) {
    if (instruction.kind !== 'Phi') break;
    const rep = genericRep(t, instruction.result);
    const phi: Phi = { kind: 'Phi', result: newValue(t.out), span: instruction.span, rep, inputs: [] };
    start.instructions.push(phi);
    phis.push(phi);
    hold(t, start, instruction.result, { rep, id: phi.result });
  }
}

function hold(t: Translation, block: Block, value: ValueId, held: Held): void {
  if (t.repaired.has(value)) {
    const saved = t.block;
    t.block = block;
    const rep = genericRep(t, value);
    const id = toRep(t, held, rep);
    t.ssa.write(`v${value}`, block.id, id);
    nameHeld(t, value, id);
    t.block = saved;
  } else {
    t.held.set(value, held);
    if (held.rep !== 'virtual') nameHeld(t, value, held.id);
  }
}

function nameHeld(t: Translation, value: ValueId, id: ValueId): void {
  const name = t.generic.valueNames.made.get(value);
  if (name !== undefined && !t.wrapped.has(value) && !t.out.valueNames.made.has(id)) t.out.valueNames.made.set(id, name);
}

/** Copies need no code: they are noted where they would stand. */
function noteCopies(t: Translation, instruction: GenericInstruction): void {
  const after = t.block.instructions.at(-1)?.result;
  for (const { name, value } of t.generic.valueNames.copied.get(instruction.result) ?? []) {
    const held = t.held.get(value);
    if (after === undefined || held === undefined || held.rep === 'virtual' || t.wrapped.has(value)) continue;
    const known = t.out.valueNames.copied.get(after) ?? [];
    t.out.valueNames.copied.set(after, [...known, { name, value: held.id }]);
  }
}

/** Point 0 begins at the beginning; the other resume entries load what is live there. */
function emitEntry(work: Work, points: readonly ValueId[]): void {
  const { t } = work;
  const first = work.starts.get(t.generic.entry)!;
  if (t.context !== null && t.facts.isRecursive(t.context)) emit(t, 'StackCheck', 'void', {});
  if (points.length === 0) {
    jump(t, first);
    return;
  }
  const asked = emit(t, 'ResumePoint', 'int', {});
  const cases = points.map((point, index) => {
    const block = startBlock(t, t.generic.kind !== 'generator');
    t.ssa.addPredecessor(block.id, t.block.id);
    t.ssa.seal(block.id);
    work.resume.set(point, block);
    return { value: index + 1, target: block.id };
  });
  t.block.terminator = { kind: 'Switch', value: asked, cases, otherwise: first.id };
  t.ssa.addPredecessor(first.id, t.block.id);
}

function translateBlock(work: Work, id: BlockId): void {
  const { t } = work;
  const generic = t.generic.blocks.get(id)!;
  t.block = work.starts.get(id)!;
  t.handler = null;
  const last = generic.instructions.length - 1;
  generic.instructions.forEach((instruction, index) => {
    if (instruction.kind === 'Phi') return;
    const { terminator } = generic;
    t.handler = index === last && terminator.kind === 'JumpUnlessRaised' ? terminator.handler : null;
    translateInstruction(work, instruction as GenericInstruction);
  });
  t.handler = null;
  translateTerminator(work, id);
}

function translateInstruction(work: Work, instruction: GenericInstruction): void {
  const { t } = work;
  t.span = instruction.span;
  if (instruction.kind === 'Yield') {
    translateYield(work, instruction);
    return;
  }
  const fast = t.fast
    ? (fastOps[instruction.kind] as ((t: Translation, i: GenericInstruction) => Held | null) | undefined)
    : undefined;
  const held = fast?.(t, instruction) ?? translateGenerally(t, instruction);
  if (t.fast && t.facts.forceExits) maybeLeave(t, instruction, held);
  const resume = work.resume.get(instruction.result);
  if (resume === undefined) hold(t, t.block, instruction.result, held);
  else joinResumption(work, instruction, held, resume);
  if (t.generic.valueNames.copied.has(instruction.result)) noteCopies(t, instruction);
}

/** For tests: leaves the fast version after the instruction whenever the runtime says so. */
function maybeLeave(t: Translation, instruction: GenericInstruction, held: Held): void {
  if (held.rep === 'virtual' || t.handler !== null || t.wrapped.has(instruction.result)) return;
  if (t.more.has(instruction.result) || t.exhausted.has(instruction.result)) return;
  // The arguments are no longer there for what a resumption does afterwards.
  if (instruction.kind === 'Parameter') return;
  if (['Constant', 'LoadBuiltin', 'Unbound', 'HasValue', 'IsBound', 'EnterHandler'].includes(instruction.kind)) return;
  if (livePast(t, instruction).some((id) => t.wrapped.has(id))) return;
  const { yes, no } = branch(t, call(t, 'rt_force_exit', [{ cache: 8 }]), false);
  t.block = yes;
  exitAfter(t, instruction, toValue(t, held));
  t.block = no;
}

/** The runtime's answer, checked against what inference promised of it. */
function translateGenerally(t: Translation, instruction: GenericInstruction): Held {
  const held = (generalOps[instruction.kind] as (t: Translation, i: GenericInstruction) => Held)(t, instruction);
  if (!t.fast || held.rep !== 'value' || t.useCount.get(instruction.result) === undefined || isTrusted(instruction)) return held;
  if (instruction.kind === 'LoadCell') leaveIfUnbound(t, instruction, held.id);
  return narrow(t, instruction, held.id, t.typeOf(instruction.result));
}

/** An empty cell has no value to look at: the general version finds that out in its own way. */
function leaveIfUnbound(t: Translation, point: GenericInstruction, value: ValueId): void {
  const empty = emit(t, 'IntCompare', 'bool', { op: 'eq', left: value, right: noValue(t) });
  const { yes, no } = branch(t, empty, false);
  t.block = yes;
  exitAfter(t, point, value);
  t.block = no;
}

/** Where an exit comes in: its block loads the result and the live values, and meets the ordinary way after the operation. */
function joinResumption(work: Work, instruction: GenericInstruction, held: Held, resume: Block): void {
  const { t } = work;
  hold(t, t.block, instruction.result, held);
  const next = startBlock(t, false);
  jump(t, next);
  t.block = resume;
  loadLive(t, instruction);
  hold(t, t.block, instruction.result, { rep: 'value', id: emit(t, 'ResumeValue', 'value', { index: 0 }) });
  jump(t, next);
  t.ssa.seal(next.id);
  t.block = next;
}

function loadLive(t: Translation, point: GenericInstruction): void {
  livePast(t, point).forEach((id, index) => {
    hold(t, t.block, id, { rep: 'value', id: emit(t, 'ResumeValue', 'value', { index: index + 1 }) });
  });
}

function translateYield(work: Work, instruction: Extract<GenericInstruction, { kind: 'Yield' }>): void {
  const { t } = work;
  const yielded = toValue(t, get(t, instruction.value));
  const live = livePast(t, instruction).map((id) => toValue(t, get(t, id)));
  t.block.terminator = { kind: 'Suspend', point: instruction.result, yielded, values: live };
  t.block = work.resume.get(instruction.result)!;
  loadLive(t, instruction);
  // A runtime function makes "nothing sent" raise, so that this is an ordinary raising operation.
  const sent = call(t, 'rt_generator_sent', [emit(t, 'ResumeValue', 'value', { index: 0 })]);
  hold(t, t.block, instruction.result, { rep: 'value', id: sent });
}

function translateTerminator(work: Work, id: BlockId): void {
  const { t } = work;
  const { terminator } = t.generic.blocks.get(id)!;
  switch (terminator.kind) {
    case 'Jump':
    case 'JumpUnlessRaised': {
      const target = edgeTo(work, id, terminator.target);
      t.block.terminator = { kind: 'Jump', target };
      return;
    }
    case 'Branch':
      translateBranch(work, id, terminator);
      return;
    case 'Return':
      t.block.terminator = { kind: 'Return', value: toRep(t, get(t, terminator.value), t.out.version.result) };
      return;
    case 'Unwind':
      if (terminator.handler === undefined) t.block.terminator = { kind: 'Unwind' };
      else t.block.terminator = { kind: 'Unwind', handler: edgeTo(work, id, terminator.handler) };
      return;
    case 'Unreachable':
      t.block.terminator = { kind: 'Unreachable' };
      return;
    default:
      assert(false, `${terminator.kind} in a generic function`);
  }
}

function translateBranch(
  work: Work,
  id: BlockId,
  terminator: { condition: ValueId; then: BlockId; else: BlockId; likely?: boolean | undefined },
): void {
  const { t } = work;
  const exhausted = exhaustedBlock(t, terminator.condition);
  if (exhausted !== undefined) {
    t.block.terminator = { kind: 'Jump', target: edgeTo(work, id, terminator.then) };
    t.block = exhausted;
    t.block.terminator = { kind: 'Jump', target: edgeTo(work, id, terminator.else) };
    return;
  }
  const condition = toRep(t, get(t, terminator.condition), 'bool');
  const from = t.block;
  const yes = edgeTo(work, id, terminator.then);
  const no = edgeTo(work, id, terminator.else);
  from.terminator = { kind: 'Branch', condition, then: yes, else: no, likely: terminator.likely };
}

/** Where the branch of a Next was made already: the block without an item. */
function exhaustedBlock(t: Translation, condition: ValueId): Block | undefined {
  const test = t.definition.get(condition);
  return test?.kind === 'HasValue' ? t.exhausted.get(test.value) : undefined;
}

/**
 * The block to go to from the present one on the way from generic block `from` to `to`: one in between where phis need their inputs made.
 * The caller sets the terminator; the edge is known to the SSA builder already.
 */
function edgeTo(work: Work, from: BlockId, to: BlockId): BlockId {
  const { t, starts } = work;
  const start = starts.get(to)!;
  const generic = t.generic.blocks.get(to)!;
  const phis = generic.instructions.slice(0, work.phis.get(to)!.length) as Phi[];
  if (phis.length === 0) {
    t.ssa.addPredecessor(start.id, t.block.id);
    return start.id;
  }
  const typedPhis = work.phis.get(to)!;
  const edge = newBlock(t.out);
  if (t.block.cold) edge.cold = true;
  t.ssa.addPredecessor(edge.id, t.block.id);
  t.ssa.seal(edge.id);
  const saved = t.block;
  t.block = edge;
  phis.forEach((phi, index) => {
    const typed = typedPhis[index]!;
    // Edges mostly come in the order of the inputs.
    const next = phi.inputs[typed.inputs.length];
    const input = next?.block === from ? next : phi.inputs.find((candidate) => candidate.block === from);
    assert(input !== undefined, `phi %${phi.result} lacks an input from block ${from}`);
    typed.inputs.push({ block: edge.id, value: toRep(t, get(t, input.value), typed.rep) });
  });
  const end = t.block;
  end.terminator = { kind: 'Jump', target: start.id };
  t.ssa.addPredecessor(start.id, end.id);
  for (const phi of typedPhis) phi.inputs.at(-1)!.block = end.id;
  t.block = saved;
  return edge.id;
}

function yieldPoints(fn: IrFunction): ValueId[] {
  const points: ValueId[] = [];
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) if (instruction.kind === 'Yield') points.push(instruction.result);
  }
  return points;
}

function countUses(fn: IrFunction): {
  counts: Map<ValueId, number>;
  users: Map<ValueId, GenericInstruction[]>;
  definition: Map<ValueId, GenericInstruction | Phi>;
  position: Map<ValueId, { block: BlockId; index: number }>;
} {
  const position = new Map<ValueId, { block: BlockId; index: number }>();
  const counts = new Map<ValueId, number>();
  const users = new Map<ValueId, GenericInstruction[]>();
  const definition = new Map<ValueId, GenericInstruction | Phi>();
  for (const block of fn.blocks.values()) {
    for (const [index, instruction] of block.instructions.entries()) {
      position.set(instruction.result, { block: block.id, index });
      definition.set(instruction.result, instruction as GenericInstruction | Phi);
      for (const id of operands(instruction)) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
        const list = users.get(id);
        if (list === undefined) users.set(id, [instruction as GenericInstruction]);
        else list.push(instruction as GenericInstruction);
      }
    }
    for (const id of terminatorOperands(block.terminator)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { counts, users, definition, position };
}
