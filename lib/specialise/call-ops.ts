/** Calls that inference resolved to a context: of functions, methods, classes; and operators that are methods. */
import type { ValueId } from '../base/ids.js';
import type { BoundArgument, Context, KnownCall } from '../analysis/context.js';
import type { GenericInstruction } from '../ir/generic.js';
import type { FunctionVersion } from '../ir/typed.js';
import { constantType } from '../analysis/transfer.js';
import type { OfKind } from '../ir/generic-info.js';
import { closureSymbol, generalOps } from './general-ops.js';
import { classPointer, narrow, typeTest } from './guards.js';
import {
  afterRaising,
  branch,
  call,
  emit,
  exitAfter,
  get,
  intConst,
  merge,
  noneValue,
  register,
  repOf,
  symbol,
  toRep,
  toValue,
  type Held,
  type Translation,
} from './translation.js';

/** The call that inference found for an operation, if it can be made directly. */
export function translateKnownCall(t: Translation, i: GenericInstruction): Held | null {
  const known = t.context?.calls.get(i.result);
  if (known === undefined || !canCall(known)) return null;
  if (known.construct !== null) return construct(t, i, known);
  if (known.context!.fn.kind === 'generator') return makeGenerator(t, known.context!, known);
  return callContext(t, i, known.context!, known, null, true);
}

/**
 * A method call on an object of one of a few classes: a test for each, and the call it stands for. An object of none of them is the runtime's.
 */
export function translateDispatch(t: Translation, i: OfKind<'CallMethod'>): Held | null {
  const rows = t.context?.dispatches.get(i.result);
  if (rows === undefined || rows.some((row) => row.call.context?.fn.kind !== 'function')) return null;
  const object = toValue(t, get(t, i.object));
  const rep = repOf(t.typeOf(i.result));
  const ways: { block: Translation['block']; value: ValueId }[] = [];
  for (const { type, call: known } of rows) {
    const { yes, no } = branch(t, typeTest(t, object, type));
    t.block = yes;
    const held = callContext(t, i, known.context!, known, null, true);
    const value = toRep(t, held, rep);
    ways.push({ block: t.block, value });
    t.block = no;
  }
  t.block.cold = true;
  const other = narrow(t, i, toValue(t, generalOps.CallMethod(t, i)), t.typeOf(i.result));
  const value = toRep(t, other, rep);
  return register(rep, merge(t, rep, [...ways, { block: t.block, value }]));
}

/** Nothing for objects that have the method for certain, since the call asks for their class again; else a look-up. */
export function translateFindMethod(t: Translation, i: OfKind<'FindMethod'>): Held | null {
  const certain = t.context?.methods.get(i.result) ?? [];
  if (certain.length === 0) return null;
  const byName = (): ValueId => symbol(t, 'rt_exhausted');
  const type = t.typeOf(i.object);
  if (type.kind !== 'Union') return register('value', byName());
  const object = toValue(t, get(t, i.object));
  const ways: { block: Translation['block']; value: ValueId }[] = [];
  for (const member of certain) {
    const { yes, no } = branch(t, typeTest(t, object, member));
    t.block = yes;
    ways.push({ block: t.block, value: byName() });
    t.block = no;
  }
  t.block.cold = true;
  const other = toValue(t, generalOps.FindMethod(t, i));
  return register('value', merge(t, 'value', [...ways, { block: t.block, value: other }]));
}

/** A call of a generator function: the arguments wait in the frame. */
function makeGenerator(t: Translation, context: Context, known: KnownCall): Held {
  const version = t.facts.versionOf(context);
  const args = known.args.map((arg) => argument(t, arg, 'value', null));
  const closure = toValue(t, get(t, known.closure!));
  const count = { number: BigInt(args.length) };
  return register(
    'value',
    call(t, context.fn.async === undefined ? 'rt_make_generator' : 'rt_make_coroutine', [
      closure,
      { code: context.fn },
      { resume: version },
      { frame: version },
      { array: args },
      count,
    ]),
  );
}

function canCall(known: KnownCall): boolean {
  if (known.context === null || known.context.fn.kind === 'function') return true;
  return known.context.fn.kind === 'generator' && known.closure !== null && known.construct === null;
}

function construct(t: Translation, i: GenericInstruction, known: KnownCall): Held {
  const pointer = classPointer(t, known.construct!.id);
  const object = call(t, 'rt_instance_new', [pointer]);
  if (known.context === null) return register('value', object);
  const finish = (value: ValueId): ValueId => call(t, 'rt_init_result', [value, object]);
  const held = callContext(t, i, known.context, known, object, false, finish);
  const returned = known.context.result.element;
  if (returned.kind === 'None' || returned.kind === 'Never') return register('value', object);
  return register('value', finish(toValue(t, held)));
}

/** Calls the fast version; where the callee left its own, this version is left too (with `finish` applied to what the callee gave). */
function callContext(
  t: Translation,
  i: GenericInstruction,
  context: Context,
  known: KnownCall,
  self: ValueId | null,
  used: boolean,
  finish: (value: ValueId) => ValueId = (value) => value,
): Held {
  const version = t.facts.versionOf(context);
  const args = known.args.map((arg, index) => argument(t, arg, version.parameters[index]!, self));
  const closure = closureOf(t, context, known);
  const pair = emitCall(t, version, closure, args);
  const status = emit(t, 'PairStatus', 'int', { operand: pair });
  const left = emit(t, 'IntCompare', 'bool', { op: 'eq', left: status, right: intConst(t, 2) });
  const { yes, no } = branch(t, left, false);
  t.block = yes;
  exitAfter(t, i, finish(emit(t, 'PairPayload', 'value', { operand: pair })));
  t.block = no;
  // None is known without looking, and needs no count.
  const isNone = context.result.element.kind === 'None';
  const payload = isNone ? register('value', noneValue(t)) : register(version.result, emit(t, 'PairPayload', version.result, { operand: pair }));
  if (!used) return payload;
  const wanted = t.typeOf(i.result);
  return repOf(wanted) === payload.rep ? payload : narrow(t, i, toValue(t, payload), wanted);
}

function emitCall(t: Translation, version: FunctionVersion, closure: ValueId | null, args: readonly ValueId[]): ValueId {
  const pair = emit(t, 'CallVersion', 'pair', { version, closure, args });
  afterRaising(t);
  return pair;
}

function argument(t: Translation, arg: BoundArgument, rep: FunctionVersion['parameters'][number], self: ValueId | null): ValueId {
  switch (arg.kind) {
    case 'value':
      return toRep(t, get(t, arg.id), rep);
    case 'self':
      return self!;
    case 'constant': {
      if (constantType(arg.value).kind === 'Int' && arg.value.type === 'int')
        return toRep(t, register('int', intConst(t, arg.value.value)), rep);
      if (arg.value.type === 'float')
        return toRep(t, register('float', emit(t, 'FloatConst', 'float', { value: arg.value.value })), rep);
      if (arg.value.type === 'bool')
        return toRep(t, register('bool', emit(t, 'BoolConst', 'bool', { value: arg.value.value })), rep);
      return emit(t, 'ValueConst', 'value', { value: arg.value });
    }
    case 'tuple':
      return call(t, 'rt_tuple_from', [
        { array: arg.items.map((item) => toValue(t, get(t, item))) },
        { number: BigInt(arg.items.length) },
      ]);
  }
}

function closureOf(t: Translation, context: Context, known: KnownCall): ValueId | null {
  if (context.fn.freeVariables.length === 0) return null;
  if (known.closure !== null) return toValue(t, get(t, known.closure));
  return emit(t, 'LoadStatic', 'value', { symbol: closureSymbol(context.fn) });
}
