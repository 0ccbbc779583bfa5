/** Items of dicts by keys of known types; a key that has just been looked up isn't looked up again. */
import type { ValueId } from '../base/ids.js';
import type { GenericInstruction } from '../ir/generic.js';
import type { OfKind } from '../ir/generic-info.js';
import { narrow } from './guards.js';
import { call, get, noneValue, register, toValue, value, type Held, type Translation } from './translation.js';

/** The ending of a dict function's name for the type of key, and the key as it takes it. */
export function dictKey(t: Translation, id: ValueId): { suffix: string; key: ValueId } {
  const held = get(t, id);
  if (held.rep === 'int') return { suffix: '_int', key: held.id };
  return { suffix: t.typeOf(id).kind === 'Str' ? '_str' : '', key: toValue(t, held) };
}

/** The results of look-ups that the runtime remembers the last of. */
const remembered = new WeakMap<Translation, Set<ValueId>>();

export function rememberLookUp(t: Translation, result: ValueId): void {
  const results = remembered.get(t) ?? new Set();
  remembered.set(t, results.add(result));
}

/** dict[key] */
export function dictItem(t: Translation, i: OfKind<'GetItem'>, dict: ValueId): Held {
  const { suffix, key } = dictKey(t, i.index);
  rememberLookUp(t, i.result);
  return narrow(t, i, call(t, `rt_dict_getitem${suffix}`, [dict, key]), t.typeOf(i.result));
}

/** dict[key] = value */
export function setDictItem(t: Translation, i: OfKind<'SetItem'>): Held {
  if (isLookedUp(t, i)) call(t, 'rt_dict_set_again', [value(t, i.object), value(t, i.index), value(t, i.value)]);
  else {
    const { suffix, key } = dictKey(t, i.index);
    call(t, `rt_dict_set${suffix}`, [value(t, i.object), key, value(t, i.value)]);
  }
  return register('value', noneValue(t));
}

/** Is it the end of `d[k] += n` or `d[k] = d.get(k, 0) + n`, where only arithmetic of plain numbers runs since the look-up? */
function isLookedUp(t: Translation, i: OfKind<'SetItem'>): boolean {
  const lookUps = remembered.get(t);
  if (lookUps === undefined) return false;
  const { block, index } = t.position.get(i.result)!;
  const instructions = t.generic.blocks.get(block)!.instructions;
  for (let at = index - 1; at >= 0; at--) {
    const before = instructions[at] as GenericInstruction;
    if (lookUps.has(before.result) && isLookUp(before))
      return before.object === i.object && keyOf(before) === i.index && isNumber(t, before.result);
    if (!runsNothing(t, before)) return false;
  }
  return false;
}

type LookUp = OfKind<'GetItem' | 'CallMethod'>;

const isLookUp = (i: GenericInstruction): i is LookUp => i.kind === 'GetItem' || i.kind === 'CallMethod';

const keyOf = (i: LookUp): ValueId => (i.kind === 'GetItem' ? i.index : i.args[0]!);

function runsNothing(t: Translation, i: GenericInstruction): boolean {
  if (i.kind === 'Constant') return true;
  return (i.kind === 'Binary' || i.kind === 'InplaceBinary') && [i.left, i.right, i.result].every((id) => isNumber(t, id));
}

function isNumber(t: Translation, id: ValueId): boolean {
  const { kind } = t.typeOf(id);
  return kind === 'Int' || kind === 'Float';
}
