/** Attributes of instances whose class is known: slots at fixed places. */
import type { ValueId } from '../base/ids.js';
import { holdsFloat, setsFloatsAtOnce, isIntercepted, slotNames } from '../analysis/class-facts.js';
import { isStatic } from '../analysis/engine.js';
import { absentFloat, floatsSet, layout } from '../builtins/layout.js';
import type { ClassInfo } from '../ir/function.js';
import type { OfKind } from '../ir/generic-info.js';
import { membersOf, type Type } from '../types/type.js';
import { generalOps } from './general-ops.js';
import { narrow, typeTest } from './guards.js';
import {
  branch,
  call,
  callTest,
  emit,
  exitAfter,
  get,
  intConst,
  meet,
  merge,
  noneValue,
  noValue,
  register,
  toValue,
  type Held,
  type Register,
  type Translation,
} from './translation.js';

function offsetOf(t: Translation, info: ClassInfo, name: string): number | null {
  const { analysis } = t.facts;
  if (!isStatic(analysis, info) || isIntercepted(analysis, info, name)) return null;
  const index = slotNames(analysis, info).indexOf(name);
  return index < 0 ? null : layout.RtInstance.slots + 8 * index;
}

const alias = (name: string): string => `slot.${name}`;
const floatAlias = (name: string): string => `slot.float.${name}`;

/** The class of an instance, looking through `None |`. */
function instanceIn(type: Type): (Type & { readonly info: ClassInfo }) | null {
  const instances = membersOf(type).filter((member) => member.kind === 'Instance');
  return instances.length === 1 && membersOf(type).length <= 2 ? (instances[0] as Type & { readonly info: ClassInfo }) : null;
}

export function translateGetAttr(t: Translation, i: OfKind<'GetAttr'>): Held | null {
  const type = t.typeOf(i.object);
  const of = instanceIn(type);
  if (of === null) return null;
  const offset = offsetOf(t, of.info, i.name);
  if (offset === null) return null;
  const object = toValue(t, get(t, i.object));
  if (type.kind !== 'Instance') enterClass(t, i, object, of);
  if (holdsFloat(t.facts.analysis, of.info, i.name)) return loadFloat(t, i, object, offset, of.info);
  const loaded = emit(t, 'LoadField', 'value', { base: object, offset, memory: 'value', alias: alias(i.name) });
  const set = emit(t, 'IntCompare', 'bool', { op: 'ne', left: loaded, right: noValue(t) });
  const { yes, no } = branch(t, set, true);
  // Each way by itself checks the type and unboxes: a merged object would have to be counted.
  const wanted = t.typeOf(i.result);
  t.block = no;
  const slow = narrow(t, i, toValue(t, generalOps.GetAttr(t, i)), wanted) as Register;
  const slowEnd = t.block;
  t.block = yes;
  const fast = narrow(t, i, loaded, wanted) as Register;
  const merged = merge(t, fast.rep, [
    { block: t.block, value: fast.id },
    { block: slowEnd, value: slow.id },
  ]);
  return register(fast.rep, merged);
}

/** From a slot for floats. Where it has none, it is unset or the attribute is in the object's dict: the fast version is left. */
function loadFloat(t: Translation, i: OfKind<'GetAttr'>, object: ValueId, offset: number, info: ClassInfo): Held {
  const isComplete = t.generic.name !== '__init__' && setsFloatsAtOnce(t.facts.analysis, info);
  const present = isComplete ? haveFloats(t, object) : hasFloat(t, i, object, offset);
  t.block = present.no;
  exitAfter(t, i, toValue(t, generalOps.GetAttr(t, i)));
  t.block = present.yes;
  const loaded = emit(t, 'LoadField', 'float', { base: object, offset, memory: 'float', alias: floatAlias(i.name) });
  if (t.typeOf(i.result).kind === 'Float') return register('float', loaded);
  return narrow(t, i, emit(t, 'BoxFloat', 'value', { operand: loaded }), t.typeOf(i.result));
}

interface Ways {
  readonly yes: Translation['block'];
  readonly no: Translation['block'];
}

function hasFloat(t: Translation, i: OfKind<'GetAttr'>, object: ValueId, offset: number): Ways {
  // The bits: comparing doubles would keep the very units busy that compute.
  const bits = emit(t, 'LoadField', 'int', { base: object, offset, memory: 'int', alias: floatAlias(i.name) });
  return branch(t, emit(t, 'IntCompare', 'bool', { op: 'ne', left: bits, right: intConst(t, absentFloat) }), true);
}

/** One look at the object tells that all its slots for floats are set; it is noted there once it has been found to be so. */
function haveFloats(t: Translation, object: ValueId): Ways {
  const state = { base: object, offset: layout.RtInstance.base_value, memory: 'int', alias: 'instance.state' } as const;
  const noted = emit(t, 'IntCompare', 'bool', { op: 'eq', left: emit(t, 'LoadField', 'int', state), right: intConst(t, floatsSet) });
  const first = branch(t, noted, true);
  t.block = first.no;
  const second = branch(t, callTest(t, 'rt_slots_have_floats', [object]), true);
  t.block = second.yes;
  emit(t, 'StoreField', 'void', { ...state, value: intConst(t, floatsSet) });
  meet(t, [first.yes, second.yes]);
  return { yes: t.block, no: second.no };
}

/** Goes on where the object is of the class; elsewhere the runtime answers, and the fast version is left. */
function enterClass(t: Translation, i: OfKind<'GetAttr'>, object: ValueId, of: Type): void {
  const { yes, no } = branch(t, typeTest(t, object, of), true);
  t.block = no;
  exitAfter(t, i, toValue(t, generalOps.GetAttr(t, i)));
  t.block = yes;
}

function storeFloat(t: Translation, i: OfKind<'SetAttr'>, object: ValueId, offset: number, held: Held): Held | null {
  if (held.rep !== 'float') return null;
  emit(t, 'StoreField', 'void', { base: object, offset, value: held.id, memory: 'float', alias: floatAlias(i.name) });
  return register('value', noneValue(t));
}

export function translateSetAttr(t: Translation, i: OfKind<'SetAttr'>): Held | null {
  const type = t.typeOf(i.object);
  // Who looks at the attributes as a dict sees the order in which they were set: the runtime keeps it.
  if (type.kind !== 'Instance' || t.facts.analysis.assignedNames.has('*')) return null;
  const offset = offsetOf(t, type.info, i.name);
  if (offset === null) return null;
  const object = toValue(t, get(t, i.object));
  const held = get(t, i.value);
  if (holdsFloat(t.facts.analysis, type.info, i.name)) return storeFloat(t, i, object, offset, held);
  if (held.rep === 'float') call(t, 'rt_store_float', [object, { number: BigInt(offset) }, held.id]);
  else emit(t, 'ReplaceField', 'void', { base: object, offset, value: toValue(t, held), alias: alias(i.name) });
  return register('value', noneValue(t));
}
