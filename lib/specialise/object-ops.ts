/** Attributes of instances whose class is known: slots at fixed places. */
import type { ValueId } from '../base/ids.js';
import { isIntercepted, slotNames } from '../analysis/class-facts.js';
import { isStatic } from '../analysis/engine.js';
import { layout } from '../builtins/layout.js';
import type { ClassInfo } from '../ir/function.js';
import type { OfKind } from '../ir/generic-info.js';
import { membersOf, type Type } from '../types/type.js';
import { generalOps } from './general-ops.js';
import { narrow, typeTest } from './guards.js';
import {
  branch,
  call,
  emit,
  exitAfter,
  get,
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

/** Goes on where the object is of the class; elsewhere the runtime answers, and the fast version is left. */
function enterClass(t: Translation, i: OfKind<'GetAttr'>, object: ValueId, of: Type): void {
  const { yes, no } = branch(t, typeTest(t, object, of), true);
  t.block = no;
  exitAfter(t, i, toValue(t, generalOps.GetAttr(t, i)));
  t.block = yes;
}

export function translateSetAttr(t: Translation, i: OfKind<'SetAttr'>): Held | null {
  const type = t.typeOf(i.object);
  // Who looks at the attributes as a dict sees the order in which they were set: the runtime keeps it.
  if (type.kind !== 'Instance' || t.facts.analysis.assignedNames.has('*')) return null;
  const offset = offsetOf(t, type.info, i.name);
  if (offset === null) return null;
  const object = toValue(t, get(t, i.object));
  const held = get(t, i.value);
  if (held.rep === 'float') call(t, 'rt_store_float', [object, { number: BigInt(offset) }, held.id]);
  else emit(t, 'ReplaceField', 'void', { base: object, offset, value: toValue(t, held), alias: alias(i.name) });
  return register('value', noneValue(t));
}
