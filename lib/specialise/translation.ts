/**
 * The state of one translation of a generic function into typed instructions, and what every translator of an operation builds with.
 *
 * A generic value is *held* in a representation. Values that may also come from a resume entry ("repaired" ones) are variables of the SSA builder.
 */
import { assert } from '../base/assert.js';
import type { BlockId, ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { abi } from '../builtins/abi.generated.js';
import { newBlock, newValue, type Block, type IrFunction, type Phi, type Rep } from '../ir/function.js';
import type { GenericInstruction } from '../ir/generic.js';
import type { Liveness } from '../ir/liveness.js';
import type { SsaBuilder } from '../ir/ssa-builder.js';
import type { RuntimeArgument, TypedFunction, TypedInstruction } from '../ir/typed.js';
import type { Type } from '../types/type.js';
import type { Context } from '../analysis/context.js';
import type { ProgramFacts } from './facts.js';

/** A value in a register, or one that has no register until somebody needs it as an object. */
export type Held = Register | Virtual;

export interface Register {
  readonly rep: Rep;
  readonly id: ValueId;
}

export interface Virtual {
  readonly rep: 'virtual';
  /** Makes the object (rep value, a new reference) in the current block. */
  readonly materialise: (t: Translation) => ValueId;
  readonly data: VirtualData;
}

export type VirtualData =
  | { readonly kind: 'tuple'; readonly items: readonly Held[]; readonly types: readonly Type[] }
  /** Its state lies in variables of the SSA builder. */
  | { readonly kind: 'iterator'; readonly cursor: Cursor }
  | { readonly kind: 'accumulator'; readonly accumulator: AccumulatorState }
  /** range(…), enumerate(…) and the like that only a loop uses. `open` makes the cursor; variables are named after `key`. */
  | { readonly kind: 'iterable'; readonly open: (t: Translation, key: string) => Cursor };

/** What to do with a value (rep value) that is not as inferred; ends the block. */
export type Leave = (t: Translation, value: ValueId) => void;

/** An iterator in registers. */
export interface Cursor {
  /** Is there an item? rep bool. */
  readonly more: (t: Translation) => ValueId;
  /** On the path where there is one: moves on, then gives it. Where the item is not of type `item`, `leave` ends the block with it. */
  readonly take: (t: Translation, leave: Leave) => Held;
  /** The same, whatever the item is: a value. */
  readonly takeValue: (t: Translation) => ValueId;
  /** The type of the items. */
  readonly item: Type;
  /** The iterator object in the present state (rep value). */
  readonly materialise: (t: Translation) => ValueId;
}

/** A sum, or the best item so far, in registers. */
export interface AccumulatorState {
  /** The item is of the type that the state is for. */
  readonly add: (t: Translation, item: Held) => void;
  /** `leave` ends the block where the result is of another type. */
  readonly result: (t: Translation, leave: Leave) => Held;
}

export interface Translation {
  readonly facts: ProgramFacts;
  /** The generic function. */
  readonly generic: IrFunction;
  readonly out: TypedFunction;
  readonly fast: boolean;
  /** Fast versions: the context that this is the version of. */
  readonly context: Context | null;
  readonly typeOf: (value: ValueId) => Type;
  readonly useCount: ReadonlyMap<ValueId, number>;
  readonly users: ReadonlyMap<ValueId, readonly GenericInstruction[]>;
  readonly definition: ReadonlyMap<ValueId, GenericInstruction | Phi>;
  readonly position: ReadonlyMap<ValueId, { readonly block: BlockId; readonly index: number }>;
  readonly liveness: Liveness;
  readonly ssa: SsaBuilder<string>;
  /** Representations of the variables of `ssa` other than generic values. */
  readonly stateReps: Map<string, Rep>;
  readonly held: Map<ValueId, Held>;
  /** Generic values that are variables of `ssa`. */
  readonly repaired: ReadonlySet<ValueId>;
  /** Points that exits of this version go to. */
  readonly exits: Set<ValueId>;
  /** Results of Next that is translated inline, and whether there is one (rep bool). */
  readonly more: Map<ValueId, ValueId>;
  /** Results of Next that is translated as a branch: the block where there is no item, which ends with the generic block. */
  readonly exhausted: Map<ValueId, Block>;
  /** Ints of which only the low 64 bits are right. */
  readonly wrapped: Set<ValueId>;
  /** Where raising instructions of the present operation go; null: out of the function. */
  handler: BlockId | null;
  block: Block;
  span: Span;
}

type OfTyped<K extends TypedInstruction['kind']> = TypedInstruction extends infer I
  ? I extends { readonly kind: infer J }
    ? K extends J
      ? I
      : never
    : never
  : never;
type Fields<K extends TypedInstruction['kind']> = Omit<OfTyped<K>, 'kind' | 'result' | 'span' | 'rep'>;

export function emit<K extends TypedInstruction['kind']>(t: Translation, kind: K, rep: Rep, fields: Fields<K>): ValueId {
  const result = newValue(t.out);
  t.block.instructions.push({ kind, result, span: t.span, rep, ...fields } as unknown as TypedInstruction);
  return result;
}

/** Ends the block after a raising instruction when a handler of this function is in force, and goes on in a new one. */
export function afterRaising(t: Translation): void {
  if (t.handler === null) return;
  const next = newBlock(t.out);
  if (t.block.cold) next.cold = true;
  const edge = edgeBlock(t, t.handler);
  t.block.terminator = { kind: 'JumpUnlessRaised', target: next.id, handler: edge };
  t.ssa.addPredecessor(next.id, t.block.id);
  t.ssa.seal(next.id);
  t.block = next;
}

/** A block of its own on the way to a block of the generic function: phi inputs are prepared in it. Set by translate.ts. */
export const edges: { make: (t: Translation, target: BlockId) => BlockId } = {
  make: () => {
    throw new Error('edges.make is not set');
  },
};

function edgeBlock(t: Translation, target: BlockId): BlockId {
  return edges.make(t, target);
}

/** A call of a runtime function; the result in the representation that the ABI table gives. */
export function call(t: Translation, symbol: string, args: readonly RuntimeArgument[]): ValueId {
  const row = abi[symbol];
  assert(row !== undefined, `runtime function ${symbol} is not in native/runtime/abi`);
  const result = emit(t, 'CallRuntime', row.result as Rep, { symbol, args });
  if (row.raises === 'RAISES') afterRaising(t);
  return result;
}

/** A test, or its opposite. */
export function flipped(t: Translation, test: ValueId, flip: boolean): Held {
  if (!flip) return register('bool', test);
  return register(
    'bool',
    emit(t, 'BoolArith', 'bool', { op: 'xor', left: test, right: emit(t, 'BoolConst', 'bool', { value: true }) }),
  );
}

/** A call that answers 1 or 0 (or raises), as a bool. */
export function callTest(t: Translation, symbol: string, args: readonly RuntimeArgument[]): ValueId {
  const result = call(t, symbol, args);
  return abi[symbol]!.result === 'bool' ? result : emit(t, 'StatusToBool', 'bool', { operand: result });
}

export function intConst(t: Translation, value: bigint | number): ValueId {
  return emit(t, 'IntConst', 'int', { value: BigInt(value) });
}

export function noValue(t: Translation): ValueId {
  return emit(t, 'ValueConst', 'value', { value: null });
}

export function noneValue(t: Translation): ValueId {
  return emit(t, 'ValueConst', 'value', { value: { type: 'None' } });
}

export function symbol(t: Translation, name: string, rep: 'value' | 'raw' = 'value'): ValueId {
  return emit(t, 'Symbol', rep, { name });
}

export function startBlock(t: Translation, cold = t.block.cold === true): Block {
  const block = newBlock(t.out);
  if (cold) block.cold = true;
  return block;
}

export function jump(t: Translation, target: Block): void {
  t.block.terminator = { kind: 'Jump', target: target.id };
  t.ssa.addPredecessor(target.id, t.block.id);
}

/** Branches to two new blocks, both sealed. likely: true, then is expected; false, else is. */
export function branch(t: Translation, condition: ValueId, likely?: boolean): { yes: Block; no: Block } {
  const cold = t.block.cold === true;
  const yes = startBlock(t, cold || likely === false);
  const no = startBlock(t, cold || likely === true);
  t.block.terminator = { kind: 'Branch', condition, then: yes.id, else: no.id, likely };
  t.ssa.addPredecessor(yes.id, t.block.id);
  t.ssa.addPredecessor(no.id, t.block.id);
  t.ssa.seal(yes.id);
  t.ssa.seal(no.id);
  return { yes, no };
}

/** Ways that meet again: each gives the value that the phi takes from the block it ends in. */
export function merge(t: Translation, rep: Rep, ways: readonly { block: Block; value: ValueId }[]): ValueId {
  const target = startBlock(
    t,
    ways.every((way) => way.block.cold === true),
  );
  const phi: Phi = { kind: 'Phi', result: newValue(t.out), span: t.span, rep, inputs: [] };
  for (const way of ways) {
    way.block.terminator = { kind: 'Jump', target: target.id };
    t.ssa.addPredecessor(target.id, way.block.id);
    phi.inputs.push({ block: way.block.id, value: way.value });
  }
  t.ssa.seal(target.id);
  target.instructions.push(phi);
  t.block = target;
  return phi.result;
}

/** Several phis at one meeting point: values[k] comes from ways[k]. */
export function mergeMany(
  t: Translation,
  ways: readonly Block[],
  phis: readonly { rep: Rep; values: readonly ValueId[] }[],
): ValueId[] {
  meet(t, ways);
  return phis.map(({ rep, values: incoming }) => {
    const phi: Phi = {
      kind: 'Phi',
      result: newValue(t.out),
      span: t.span,
      rep,
      inputs: ways.map((way, k) => ({ block: way.id, value: incoming[k]! })),
    };
    t.block.instructions.push(phi);
    return phi.result;
  });
}

/** Ways that meet again without a value. */
export function meet(t: Translation, ways: readonly Block[]): void {
  const target = startBlock(
    t,
    ways.every((way) => way.cold === true),
  );
  for (const way of ways) {
    way.terminator = { kind: 'Jump', target: target.id };
    t.ssa.addPredecessor(target.id, way.id);
  }
  t.ssa.seal(target.id);
  t.block = target;
}

export function get(t: Translation, value: ValueId): Held {
  if (t.repaired.has(value)) return { rep: genericRep(t, value), id: t.ssa.read(`v${value}`, t.block.id) };
  const held = t.held.get(value);
  assert(held !== undefined, `generic value %${value} is used before it is translated`);
  return held;
}

/** The representation in which a value of that type is held. */
export function repOf(type: Type): Rep {
  switch (type.kind) {
    case 'Int':
      return 'int';
    case 'Float':
      return 'float';
    case 'Bool':
      return 'bool';
    default:
      return 'value';
  }
}

/** The representation of a generic value in this version. */
export function genericRep(t: Translation, value: ValueId): Rep {
  const definition = t.definition.get(value);
  if (definition?.kind === 'Truth' || definition?.kind === 'HasValue' || definition?.kind === 'IsBound' || definition?.kind === 'MatchException') return 'bool';
  return repOf(t.typeOf(value));
}

/** The object (or small int) of a held value, as a tagged word. */
export function toValue(t: Translation, held: Held): ValueId {
  switch (held.rep) {
    case 'value':
      return held.id;
    case 'int':
      return emit(t, 'BoxInt', 'value', { operand: held.id, small: false });
    case 'float':
      return emit(t, 'BoxFloat', 'value', { operand: held.id });
    case 'bool':
      return emit(t, 'BoxBool', 'value', { operand: held.id });
    case 'virtual':
      return held.materialise(t);
    default:
      throw new Error(`no value of rep ${held.rep}`);
  }
}

/** A held value in the representation asked for; narrowing ones are right only where the type promises it. */
export function toRep(t: Translation, held: Held, rep: Rep): ValueId {
  if (held.rep === rep) return (held as Register).id;
  if (rep === 'value') return toValue(t, held);
  assert(held.rep === 'value' || held.rep === 'bool', `can't make ${rep} of ${held.rep}`);
  if (rep === 'int')
    return held.rep === 'bool' ? emit(t, 'BoolToInt', 'int', { operand: held.id }) : call(t, 'rt_unbox_int', [held.id]);
  if (rep === 'float') return emit(t, 'UnboxFloat', 'float', { operand: held.id });
  return emit(t, 'UnboxBool', 'bool', { operand: held.id });
}

/** A generic operand as a tagged word. */
export function value(t: Translation, id: ValueId): ValueId {
  return toValue(t, get(t, id));
}

export function values(t: Translation, ids: readonly ValueId[]): ValueId[] {
  return ids.map((id) => value(t, id));
}

export function register(rep: Rep, id: ValueId): Register {
  return { rep, id };
}

/**
 * Leaves the fast version after generic instruction `point`, whose result is `result` (rep value). Ends the block.
 * The values handed over: the result, then those live after the point in ascending order.
 */
export function exitAfter(t: Translation, point: GenericInstruction, result: ValueId): void {
  const live = livePast(t, point);
  const handed = live.map((id) => toValue(t, get(t, id)));
  t.exits.add(point.result);
  t.block.terminator = { kind: 'Exit', point: point.result, values: [result, ...handed] };
}

/** Generic values that are live after a point, without its own result, in ascending order. */
export function livePast(t: Translation, point: GenericInstruction): ValueId[] {
  return t.liveness.liveAfter(point.result).filter((id: ValueId) => id !== point.result);
}
