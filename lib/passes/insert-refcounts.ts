/**
 * Inserts reference counting. Afterwards every owned value is consumed exactly once on every path: by an instruction that consumes it,
 * or by a DecRef at its last use or on the edge where it dies.
 *
 *   %2 = LoadField %1          %2 = LoadField %1          (borrowed from %1: no count needed)
 *   %3 = CallRuntime f %2      IncRef %2                  (f may run anything: from here on %2 is held)
 *   return %2             =>   %3 = CallRuntime f %2
 *                              DecRef %3
 *                              return %2                  (the reference moves to the caller)
 *
 * A value loaded from memory stays borrowed until something could release it there ("barrier"), or until it is consumed; if neither happens
 * it is never counted. Which values are held on entry to each block is found by iterating over the blocks until nothing changes.
 * Exits from the function by an exception share their releases in a tree of blocks, each of which releases one value.
 */
import type { BlockId, ValueId } from '../base/ids.js';
import { newBlock, newValue, type Block, type Instruction } from '../ir/function.js';
import { mapSuccessors } from '../ir/op-info.js';
import { consumedOperands, isBarrier, typedOperands } from '../ir/typed-info.js';
import type { TypedFunction, TypedInstruction } from '../ir/typed.js';
import { findLiveness, withValue, type BlockLife } from './counted-liveness.js';
import { Count, findCountedValues, type CountedValues } from './counted-values.js';

export interface RefcountOptions {
  /** Can the release of an object run code of the program (`__del__`, a suspended generator's `finally`)? */
  readonly hasFinalizers: boolean;
}

interface Context extends RefcountOptions {
  readonly fn: TypedFunction;
  readonly values: CountedValues;
  readonly lives: readonly BlockLife[];
  /** Blocks whose entry state has grown since they were walked. */
  readonly stale: Set<BlockLife>;
  /** The state at the present point: is the value alive, and does the function hold a reference to it? */
  readonly alive: Uint8Array;
  readonly held: Uint8Array;
  /** Lazy values not held yet; some may be dead. */
  borrowed: ValueId[];
  /** null while states are only being found. */
  output: Output | null;
  readonly absentOn: ReadonlyMap<BlockLife, { value: ValueId; target: BlockId }>;
  readonly releases: Map<string, Block>;
}

interface Output {
  instructions: Instruction[];
  /** To be placed at the start of a block, after its phis. */
  readonly prefixes: Map<BlockLife, Instruction[]>;
}

export function insertRefcounts(fn: TypedFunction, options: RefcountOptions): void {
  const values = findCountedValues(fn);
  const lives = findLiveness(fn, values);
  const ctx: Context = {
    hasFinalizers: options.hasFinalizers,
    fn,
    values,
    lives,
    stale: new Set(lives.filter((life) => life.successors.some(takesLazy))),
    alive: new Uint8Array(fn.nextValue),
    held: new Uint8Array(fn.nextValue),
    borrowed: [],
    output: null,
    absentOn: findAbsentEdges(lives),
    releases: new Map(),
  };
  while (ctx.stale.size > 0) {
    for (const life of lives) if (ctx.stale.delete(life)) walkBlock(ctx, life);
  }
  ctx.output = { instructions: [], prefixes: new Map() };
  const bodies = lives.map((life) => {
    ctx.output!.instructions = [];
    walkBlock(ctx, life);
    return ctx.output!.instructions;
  });
  lives.forEach((life, index) => {
    const { instructions } = life.block;
    instructions.length = 0;
    pushAll(instructions, life.phis);
    pushAll(instructions, ctx.output!.prefixes.get(life) ?? []);
    pushAll(instructions, bodies[index]!);
  });
}

function pushAll<T>(target: T[], items: readonly T[]): void {
  for (const item of items) target.push(item);
}

/** Does the entry state depend on how the predecessors hold their values? */
const takesLazy = (life: BlockLife): boolean => life.lazyIn.length > 0 || life.lazyPhis.length > 0;

/** Branches that compare a value with the no-value: on one side there is nothing to release. */
function findAbsentEdges(lives: readonly BlockLife[]): Map<BlockLife, { value: ValueId; target: BlockId }> {
  const found = new Map<BlockLife, { value: ValueId; target: BlockId }>();
  for (const life of lives) {
    const { terminator, instructions } = life.block;
    if (terminator.kind !== 'Branch' || terminator.then === terminator.else) continue;
    const compare = findLast(instructions, terminator.condition);
    if (compare?.kind !== 'IntCompare' || (compare.op !== 'eq' && compare.op !== 'ne')) continue;
    const right = findLast(instructions, compare.right);
    if (right?.kind !== 'ValueConst' || right.value !== null) continue;
    found.set(life, { value: compare.left, target: compare.op === 'eq' ? terminator.then : terminator.else });
  }
  return found;
}

/** The definition of a value among the last few instructions. */
function findLast(instructions: readonly Instruction[], value: ValueId): Instruction | undefined {
  for (let i = instructions.length - 1; i >= Math.max(0, instructions.length - 8); i--)
    if (instructions[i]!.result === value) return instructions[i];
  return undefined;
}

function walkBlock(ctx: Context, life: BlockLife): void {
  const { alive, held, values } = ctx;
  const { heldIn } = life;
  ctx.borrowed = [];
  const enter = (value: ValueId): void => {
    alive[value] = 1;
    held[value] = values.count[value] === Count.owned || heldIn.has(value) ? 1 : 0;
    if (held[value] === 0) ctx.borrowed.push(value);
  };
  for (const value of life.liveIn) enter(value);
  for (const [index, phi] of life.phis.entries()) {
    if (values.count[phi.result]! < Count.lazy) continue;
    enter(phi.result);
    if (life.deaths[index] === undefined) continue;
    if (held[phi.result] === 1) release(ctx, [phi.result], phi);
    alive[phi.result] = 0;
  }
  const { instructions } = life.block;
  for (let index = life.phis.length; index < instructions.length; index++)
    walkInstruction(ctx, instructions[index] as TypedInstruction, life.deaths[index]);
  leaveBlock(ctx, life);
  for (const value of life.liveOut) alive[value] = 0;
}

function walkInstruction(ctx: Context, instruction: TypedInstruction, deaths: readonly ValueId[] | undefined): void {
  const { alive, held, values } = ctx;
  const consumed = consumedOperands(instruction);
  const isMoved = (value: ValueId): boolean =>
    deaths?.includes(value) === true && consumed.includes(value) && !isAlsoRead(instruction, value);
  if (ctx.borrowed.length > 0 && isBarrier(instruction)) hold(ctx, instruction, (value) => !isMoved(value));
  const moved: ValueId[] = [];
  for (const value of consumed) {
    if (values.count[value] === Count.none) continue;
    if (held[value] === 1 && alive[value] === 1 && !moved.includes(value) && isMoved(value)) moved.push(value);
    else incRef(ctx, value, instruction);
  }
  ctx.output?.instructions.push(instruction);
  const count = values.count[instruction.result]!;
  if (count >= Count.lazy) {
    alive[instruction.result] = 1;
    held[instruction.result] = count === Count.owned ? 1 : 0;
    if (count === Count.lazy) ctx.borrowed.push(instruction.result);
  }
  if (deaths === undefined) return;
  for (const value of deaths) alive[value] = 0;
  const released = deaths.filter((value) => held[value] === 1 && !moved.includes(value));
  if (released.length > 0) release(ctx, released, instruction);
}

/** Is a consumed operand also an operand that is only read? */
function isAlsoRead(instruction: TypedInstruction, value: ValueId): boolean {
  const uses = typedOperands(instruction).filter((operand) => operand === value).length;
  return uses > consumedOperands(instruction).filter((operand) => operand === value).length;
}

/** From here on the function holds those borrowed values that `isNeeded` picks. */
function hold(ctx: Context, at: Instruction, isNeeded: (value: ValueId) => boolean): void {
  const { alive, held } = ctx;
  const rest: ValueId[] = [];
  for (const value of ctx.borrowed) {
    if (alive[value] !== 1 || held[value] === 1) continue;
    if (isNeeded(value)) {
      incRef(ctx, value, at);
      held[value] = 1;
    } else rest.push(value);
  }
  ctx.borrowed = rest;
}

/** Releases values; what is borrowed from them is taken hold of first. */
function release(ctx: Context, released: readonly ValueId[], at: Instruction): void {
  hold(ctx, at, (value) => isEndangered(ctx, value, released));
  if (ctx.output !== null) for (const value of released) ctx.output.instructions.push(counting(ctx, 'DecRef', value, at));
}

/** Could releasing `released` free a value that is only borrowed? */
function isEndangered(ctx: Context, value: ValueId, released: readonly ValueId[]): boolean {
  if (ctx.hasFinalizers) return true;
  const seen = new Set<ValueId>();
  const work = [value];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    for (const parent of ctx.values.parents[next] ?? []) {
      if (released.includes(parent)) return true;
      const isSafe = ctx.alive[parent] === 1 && ctx.held[parent] === 1;
      if (isSafe || seen.has(parent)) continue;
      seen.add(parent);
      work.push(parent);
    }
  }
  return false;
}

function incRef(ctx: Context, value: ValueId, at: Instruction): void {
  ctx.output?.instructions.push(counting(ctx, 'IncRef', value, at));
}

function counting(ctx: Context, kind: 'IncRef' | 'DecRef', operand: ValueId, at: Instruction): Instruction {
  // A value that dies in the test of whether there is one may be none.
  const absent = ctx.values.maybeAbsent[operand]!;
  const isMaybe = absent > 0 || at.kind === 'IntCompare';
  const exact = kind === 'DecRef' && absent === 2 ? 'DecRefRare' : isMaybe ? (`${kind}Maybe` as const) : kind;
  return { kind: exact, result: newValue(ctx.fn), span: at.span, rep: 'void', operand };
}

function leaveBlock(ctx: Context, life: BlockLife): void {
  const { terminator } = life.block;
  if (terminator.kind === 'Return') consumeAtEnd(ctx, [terminator.value]);
  else if (terminator.kind === 'Exit') consumeAtEnd(ctx, terminator.values);
  else if (terminator.kind === 'Suspend') consumeAtEnd(ctx, [terminator.yielded, ...terminator.values]);
  for (const successor of life.successors) takeEdge(ctx, life, successor);
}

function consumeAtEnd(ctx: Context, operands: readonly ValueId[]): void {
  const moved = new Set<ValueId>();
  const at = { span: ctx.fn.span } as Instruction;
  for (const value of operands) {
    const count = ctx.values.count[value]!;
    if (count === Count.none) continue;
    if (count >= Count.lazy && ctx.held[value] === 1 && !moved.has(value)) moved.add(value);
    else incRef(ctx, value, at);
  }
  for (const value of operands) ctx.alive[value] = 0;
  releaseOwners(ctx, operands, at);
}

/** The owners of what has just been given away: nobody needs them any more. */
function releaseOwners(ctx: Context, operands: readonly ValueId[], at: Instruction): void {
  for (const operand of operands) {
    for (const keeper of ctx.values.keepers[operand] ?? []) {
      if (ctx.alive[keeper] !== 1) continue;
      ctx.alive[keeper] = 0;
      if (ctx.held[keeper] === 1) ctx.output?.instructions.push(counting(ctx, 'DecRef', keeper, at));
    }
  }
}

interface EdgeCounts {
  readonly increments: ValueId[];
  readonly decrements: ValueId[];
}

function takeEdge(ctx: Context, from: BlockLife, to: BlockLife): void {
  if (ctx.output === null && !takesLazy(to)) return;
  const { size } = to.heldIn;
  markHeld(ctx, from, to);
  let counts = countEdge(ctx, from, to);
  while (counts.decrements.length > 0 && protectFrom(ctx, from, to, counts.decrements)) counts = countEdge(ctx, from, to);
  if (to.heldIn.size !== size) ctx.stale.add(to);
  if (ctx.output !== null) placeEdge(ctx, from, to, counts);
}

/** Lazy values that arrive held are held on entry. */
function markHeld(ctx: Context, from: BlockLife, to: BlockLife): void {
  const { count } = ctx.values;
  for (const value of to.lazyIn) if (ctx.held[value] === 1) to.heldIn = withValue(to.heldIn, value);
  if (to.lazyPhis.length === 0) return;
  for (const { phi, input } of to.arrivals.get(from.block.id) ?? []) {
    if (count[phi.result] === Count.lazy && count[input.value] === Count.lazy && ctx.held[input.value] === 1)
      to.heldIn = withValue(to.heldIn, phi.result);
  }
}

function countEdge(ctx: Context, from: BlockLife, to: BlockLife): EdgeCounts {
  const { held } = ctx;
  const { heldIn } = to;
  const { count } = ctx.values;
  const increments: ValueId[] = [];
  for (const value of to.lazyIn) if (held[value] === 0 && heldIn.has(value)) increments.push(value);
  const moved = new Set<ValueId>();
  for (const { phi, input } of to.arrivals.get(from.block.id) ?? []) {
    if (count[phi.result] !== Count.owned && !heldIn.has(phi.result)) continue;
    if (count[input.value] === Count.none) continue;
    const isMoved =
      count[input.value]! >= Count.lazy && held[input.value] === 1 && !to.liveIn.has(input.value) && !moved.has(input.value);
    if (isMoved) moved.add(input.value);
    else increments.push(input.value);
  }
  const absent = ctx.absentOn.get(from);
  const isAbsent = (value: ValueId): boolean => absent !== undefined && absent.value === value && absent.target === to.block.id;
  const decrements = from.liveOut.filter(
    (value) => held[value] === 1 && !to.liveIn.has(value) && !moved.has(value) && !isAbsent(value),
  );
  return { increments: increments.filter((value) => !isAbsent(value)), decrements };
}

/** What is borrowed from the values released on this edge must be held on entry; tells whether that is news. */
function protectFrom(ctx: Context, from: BlockLife, to: BlockLife, released: readonly ValueId[]): boolean {
  const { count } = ctx.values;
  const { size } = to.heldIn;
  for (const value of to.lazyIn)
    if (!to.heldIn.has(value) && isEndangered(ctx, value, released)) to.heldIn = withValue(to.heldIn, value);
  for (const { phi, input } of to.lazyPhis.length === 0 ? [] : (to.arrivals.get(from.block.id) ?? [])) {
    if (count[phi.result] !== Count.lazy || to.heldIn.has(phi.result) || count[input.value] !== Count.lazy) continue;
    if (isEndangered(ctx, input.value, released)) to.heldIn = withValue(to.heldIn, phi.result);
  }
  return to.heldIn.size !== size;
}

/** Puts the counting of an edge at the end of its source, at the start of its target, or into a block of its own. */
function placeEdge(ctx: Context, from: BlockLife, to: BlockLife, counts: EdgeCounts): void {
  if (counts.increments.length === 0 && counts.decrements.length === 0) return;
  if (counts.increments.length === 0 && leavesFunction(ctx, to)) {
    retarget(from.block, to.block.id, releaseAndUnwind(ctx, to, counts.decrements).id);
    return;
  }
  const at = { span: ctx.fn.span } as Instruction;
  const instructions = [
    ...counts.increments.map((value) => counting(ctx, 'IncRef', value, at)),
    ...counts.decrements.map((value) => counting(ctx, 'DecRef', value, at)),
  ];
  if (from.successors.length === 1) pushAll(ctx.output!.instructions, instructions);
  else if (to.predecessors.length === 1) ctx.output!.prefixes.set(to, instructions);
  else splitEdge(ctx, from.block, to, instructions);
}

function retarget(block: Block, old: BlockId, target: BlockId): void {
  block.terminator = mapSuccessors(block.terminator, (id) => (id === old ? target : id));
}

function splitEdge(ctx: Context, from: Block, to: BlockLife, instructions: readonly Instruction[]): void {
  const middle = newBlock(ctx.fn);
  if (from.cold === true || to.block.cold === true) middle.cold = true;
  pushAll(middle.instructions, instructions);
  middle.terminator = { kind: 'Jump', target: to.block.id };
  retarget(from, to.block.id, middle.id);
  for (const { input } of to.arrivals.get(from.id) ?? []) input.block = middle.id;
}

/** A landing that goes straight out of the function and needs no value. */
function leavesFunction(ctx: Context, life: BlockLife): boolean {
  return life.block.terminator.kind === 'Unwind' && life.phis.length === 0 && life.liveIn.size === 0 && life.deaths.length === 0;
}

/** The landing's instructions, then the releases, the youngest value first; each is one block, shared by all ways out that still have to do it. */
function releaseAndUnwind(ctx: Context, landing: BlockLife, values: readonly ValueId[]): Block {
  const first = releaseChain(
    ctx,
    [...values].sort((a, b) => a - b),
  );
  const key = `${landing.block.id} then ${first.id}`;
  const known = ctx.releases.get(key);
  if (known !== undefined) return known;
  const block = coldBlock(ctx);
  for (const instruction of landing.block.instructions) block.instructions.push({ ...instruction, result: newValue(ctx.fn) });
  block.terminator = { kind: 'Jump', target: first.id };
  ctx.releases.set(key, block);
  return block;
}

function releaseChain(ctx: Context, values: readonly ValueId[]): Block {
  let block = ctx.releases.get('');
  if (block === undefined) {
    block = coldBlock(ctx);
    block.terminator = { kind: 'Unwind' };
    ctx.releases.set('', block);
  }
  for (const value of values) {
    const key = `${value} after ${block.id}`;
    let next = ctx.releases.get(key);
    if (next === undefined) {
      next = coldBlock(ctx);
      next.instructions.push(counting(ctx, 'DecRef', value, { span: ctx.fn.span } as Instruction));
      next.terminator = { kind: 'Jump', target: block.id };
      ctx.releases.set(key, next);
    }
    block = next;
  }
  return block;
}

function coldBlock(ctx: Context): Block {
  const block = newBlock(ctx.fn);
  block.cold = true;
  return block;
}
