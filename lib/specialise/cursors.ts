/**
 * Iteration without iterator objects: the state of a loop over a range, list, str, or over enumerate and zip of these, lies in registers. Where an
 * exit needs the iterator, it is made from the state.
 */
import type { ValueId } from '../base/ids.js';
import type { Interval } from '../analysis/int-range.js';
import { layout } from '../builtins/layout.js';
import type { OfKind } from '../ir/generic-info.js';
import type { Rep } from '../ir/function.js';
import { any, findSite, int, str, tuple, type Type } from '../types/type.js';
import { narrowOr } from './guards.js';
import { elementType, listLength, takeElement } from './list-ops.js';
import {
  branch,
  call,
  emit,
  exitAfter,
  get,
  intConst,
  mergeMany,
  noValue,
  register,
  symbol,
  toValue,
  type Cursor,
  type Held,
  type Leave,
  type Register,
  type Translation,
} from './translation.js';

export interface Variable {
  read(t: Translation): ValueId;
  write(t: Translation, value: ValueId): void;
}

export function variable(t: Translation, key: string, rep: Rep, initial: ValueId): Variable {
  t.stateReps.set(key, rep);
  t.ssa.write(key, t.block.id, initial);
  return {
    read: (now) => now.ssa.read(key, now.block.id),
    write: (now, value) => now.ssa.write(key, now.block.id, value),
  };
}

/** A cursor over the value of that type, or null where the runtime's iterators have to do it. */
export function openCursor(t: Translation, value: ValueId, key: string): Cursor | null {
  const type = t.typeOf(value);
  const held = get(t, value);
  if (held.rep === 'virtual') return held.data.kind === 'iterable' ? held.data.open(t, key) : null;
  switch (type.kind) {
    case 'List':
      return held.rep === 'value' ? listCursor(t, held.id, elementType(type), key) : null;
    case 'Str':
      return held.rep === 'value' ? strCursor(t, held.id, key) : null;
    case 'Dict':
      return held.rep === 'value' ? dictCursor(t, held.id, type, 'keys', key) : null;
    default:
      return null;
  }
}

/** Can a cursor be made over a value of that type, which is no virtual one? */
export function hasCursor(type: Type): boolean {
  return type.kind === 'List' || type.kind === 'Str' || type.kind === 'Dict';
}

/** The variable's value, and one more (or `by`) for the next time. */
function advance(t: Translation, state: Variable, by: ValueId = intConst(t, 1), noWrap = true): ValueId {
  const at = state.read(t);
  state.write(t, emit(t, 'IntArith', 'int', { op: 'add', left: at, right: by, noWrap }));
  return at;
}

function less(t: Translation, op: 'slt' | 'sgt' | 'ult', left: ValueId, right: ValueId): ValueId {
  return emit(t, 'IntCompare', 'bool', { op, left, right });
}

function listCursor(t: Translation, list: ValueId, element: Type, key: string): Cursor {
  const index = variable(t, `${key}.index`, 'int', intConst(t, 0));
  return {
    item: element,
    more: (now) => less(now, 'ult', index.read(now), listLength(now, list)),
    take: (now, leave) => takeElement(now, list, advance(now, index), element, leave),
    takeValue: (now) => call(now, 'rt_list_get', [list, advance(now, index)]),
    materialise: (now) => call(now, 'rt_list_iterator_at', [list, index.read(now)]),
  };
}

function strCursor(t: Translation, text: ValueId, key: string): Cursor {
  const index = variable(t, `${key}.index`, 'int', intConst(t, 0));
  const length = emit(t, 'LoadField', 'int', { base: text, offset: layout.RtStr.length, memory: 'int', alias: 'str.length' });
  const takeValue = (now: Translation): ValueId => call(now, 'rt_str_char', [text, advance(now, index)]);
  return {
    item: str,
    more: (now) => less(now, 'ult', index.read(now), length),
    take: (now) => register('value', takeValue(now)),
    takeValue,
    materialise: (now) => call(now, 'rt_str_iterator_at', [text, index.read(now)]),
  };
}

export const dictParts = ['keys', 'values', 'items'] as const;

/** The entries of a dict in order. */
export function dictCursor(t: Translation, dict: ValueId, type: Type, part: (typeof dictParts)[number], key: string): Cursor {
  const length = emit(t, 'LoadField', 'int', { base: dict, offset: layout.RtDict.length, memory: 'int', alias: 'dict.length' });
  const position = variable(t, `${key}.position`, 'int', intConst(t, 0));
  const left = variable(t, `${key}.left`, 'int', length);
  const { keys, values } = dictTypes(type);
  const entry = (now: Translation, at: ValueId, field: number): ValueId => {
    const entries = emit(now, 'LoadField', 'raw', {
      base: dict,
      offset: layout.RtDict.entries,
      memory: 'raw',
      alias: 'dict.entries',
    });
    const words = emit(now, 'IntArith', 'int', {
      op: 'mul',
      left: at,
      right: intConst(now, layout.RtDictEntry.size / 8),
      noWrap: true,
    });
    const index = emit(now, 'IntArith', 'int', { op: 'add', left: words, right: intConst(now, field / 8), noWrap: true });
    return emit(now, 'LoadElement', 'value', { base: entries, index, memory: 'value', alias: 'dict.entry' });
  };
  const step = (now: Translation): ValueId => {
    advance(now, left, intConst(now, -1));
    return advance(now, position);
  };
  const single = part === 'keys' ? layout.RtDictEntry.key : layout.RtDictEntry.value;
  const pairOf = (now: Translation): ValueId[] => {
    const at = step(now);
    return [entry(now, at, layout.RtDictEntry.key), entry(now, at, layout.RtDictEntry.value)];
  };
  const shared = {
    more: (now: Translation) => {
      const at = call(now, 'rt_dict_cursor', [dict, position.read(now), length, left.read(now)]);
      position.write(now, at);
      return less(
        now,
        'slt',
        at,
        emit(now, 'LoadField', 'int', { base: dict, offset: layout.RtDict.used, memory: 'int', alias: 'dict.used' }),
      );
    },
    materialise: (now: Translation) =>
      call(now, 'rt_dict_iterator_at', [
        dict,
        { number: BigInt(dictParts.indexOf(part)) },
        position.read(now),
        length,
        left.read(now),
      ]),
  };
  if (part === 'items') {
    return {
      ...shared,
      item: tuple([keys, values]),
      take: (now, leave) => {
        const [k, v] = pairOf(now) as [ValueId, ValueId];
        const whole: Leave = (then) => leave(then, makeTuple(then, [register('value', k), register('value', v)]));
        return virtualTuple([narrowOr(now, k, keys, whole), narrowOr(now, v, values, whole)], [keys, values]);
      },
      takeValue: (now) =>
        makeTuple(
          now,
          pairOf(now).map((id) => register('value', id)),
        ),
    };
  }
  const item = part === 'keys' ? keys : values;
  return {
    ...shared,
    item,
    take: (now, leave) => narrowOr(now, entry(now, step(now), single), item, leave),
    takeValue: (now) => entry(now, step(now), single),
  };
}

function dictTypes(type: Type): { keys: Type; values: Type } {
  if (type.kind !== 'Dict') return { keys: any, values: any };
  const site = findSite(type.site);
  const known = (t: Type): Type => (t.kind === 'Never' ? any : t);
  return { keys: known(site.keys), values: known(site.element) };
}

export interface RangeBounds {
  readonly start: ValueId;
  readonly stop: ValueId;
  readonly step: ValueId;
}

/** range(start, stop, step) with a step that is not 0. */
export function rangeCursor(t: Translation, bounds: RangeBounds, step: Interval, item: Type, key: string): Cursor {
  const next = variable(t, `${key}.next`, 'int', bounds.start);
  const takes = (take: (now: Translation) => ValueId): Pick<Cursor, 'take' | 'takeValue'> => ({
    take: (now) => register('int', take(now)),
    takeValue: (now) => toValue(now, register('int', take(now))),
  });
  if (step.low === step.high && (step.low === 1n || step.low === -1n)) {
    return {
      item,
      more: (now) => less(now, step.low === 1n ? 'slt' : 'sgt', next.read(now), bounds.stop),
      ...takes((now) => advance(now, next, bounds.step)),
      materialise: (now) => call(now, 'rt_range_iterator_at', [next.read(now), bounds.stop, bounds.step]),
    };
  }
  const left = variable(t, `${key}.left`, 'int', call(t, 'rt_range_count', [bounds.start, bounds.stop, bounds.step]));
  return {
    item,
    more: (now) => less(now, 'sgt', left.read(now), intConst(now, 0)),
    ...takes((now) => {
      advance(now, left, intConst(now, -1));
      // May wrap after the last item, which nobody sees.
      return advance(now, next, bounds.step, false);
    }),
    materialise: (now) => call(now, 'rt_range_iterator_left', [next.read(now), left.read(now), bounds.step]),
  };
}

/** A pair or more of items as a tuple without an object. */
export function virtualTuple(items: readonly Held[], types: readonly Type[]): Held {
  return { rep: 'virtual', data: { kind: 'tuple', items, types }, materialise: (t) => makeTuple(t, items) };
}

function makeTuple(t: Translation, items: readonly Held[]): ValueId {
  return call(t, 'rt_tuple_from', [{ array: items.map((item) => toValue(t, item)) }, { number: BigInt(items.length) }]);
}

const itemCount = int(0n, (1n << 62n) - 1n);

export function enumerateCursor(t: Translation, inner: Cursor, start: ValueId, key: string): Cursor {
  const count = variable(t, `${key}.count`, 'int', start);
  const types = [itemCount, inner.item];
  return {
    item: tuple(types),
    more: inner.more,
    take: (now, leave) => {
      const at = register('int', advance(now, count));
      const item = inner.take(now, (then, value) => leave(then, makeTuple(then, [at, register('value', value)])));
      return virtualTuple([at, item], types);
    },
    takeValue: (now) => makeTuple(now, [register('int', advance(now, count)), register('value', inner.takeValue(now))]),
    materialise: (now) => call(now, 'rt_enumerate_at', [inner.materialise(now), count.read(now)]),
  };
}

export function zipCursor(inners: readonly Cursor[]): Cursor {
  return {
    item: tuple(inners.map((inner) => inner.item)),
    more: (now) =>
      inners.map((inner) => inner.more(now)).reduce((left, right) => emit(now, 'BoolArith', 'bool', { op: 'and', left, right })),
    take: (now, leave) => {
      const taken: Held[] = [];
      inners.forEach((inner, index) => {
        // Where one item is not as inferred, the tuple is completed from the others and leaves as a whole.
        const complete: Leave = (then, value) => {
          const rest = inners.slice(index + 1).map((other) => register('value', other.takeValue(then)));
          leave(then, makeTuple(then, [...taken.slice(0, index), register('value', value), ...rest]));
        };
        taken.push(inner.take(now, complete));
      });
      return virtualTuple(
        taken,
        inners.map((inner) => inner.item),
      );
    },
    takeValue: (now) =>
      makeTuple(
        now,
        inners.map((inner) => register('value', inner.takeValue(now))),
      ),
    materialise: (now) =>
      call(now, 'rt_zip_at', [{ array: inners.map((inner) => inner.materialise(now)) }, { number: BigInt(inners.length) }]),
  };
}

/** Is a value only ever iterated over, by one GetIter that only Next uses? Then it needs no object. */
export function onlyIterated(t: Translation, id: ValueId): boolean {
  const users = t.users.get(id);
  if (users?.length !== 1 || t.useCount.get(id) !== 1) return false;
  const user = users[0]!;
  return user.kind === 'GetIter' && onlyAdvanced(t, user.result);
}

export function onlyAdvanced(t: Translation, id: ValueId): boolean {
  const users = t.users.get(id);
  if (users === undefined || users.length === 0 || t.useCount.get(id) !== users.length) return false;
  return !t.repaired.has(id) && users.every((user) => user.kind === 'Next');
}

/** One step: the item (or the no-value), and `t.more` for HasValue. */
export function translateNext(t: Translation, i: OfKind<'Next'>, cursor: Cursor): Held {
  const { yes, no } = branch(t, cursor.more(t));
  t.block = yes;
  const item = cursor.take(t, (now, value) => exitAfter(now, i, value));
  const items = item.rep === 'virtual' && item.data.kind === 'tuple' && usedApart(t, i.result) ? item.data : null;
  const parts = (items?.items ?? [item]).map((part) => (part.rep === 'virtual' ? register('value', part.materialise(t)) : part));
  if (branchesAtOnce(t, i)) {
    t.exhausted.set(i.result, no);
    return items === null ? parts[0]! : virtualTuple(parts, items.types);
  }
  const found = emit(t, 'BoolConst', 'bool', { value: true });
  const ways = [t.block, no];
  t.block = no;
  const exhausted = emit(t, 'BoolConst', 'bool', { value: false });
  const phis = parts.map((part) => ({ rep: part.rep, values: [part.id, blank(t, part.rep)] }));
  const [more, ...ids] = mergeMany(t, ways, [{ rep: 'bool', values: [found, exhausted] }, ...phis]);
  t.more.set(i.result, more!);
  const held = ids.map((id, index) => register(parts[index]!.rep, id));
  return items === null ? held[0]! : virtualTuple(held, items.types);
}

/** One step of an iterator of the runtime: the end is tested before the type of the item. */
export function translateRuntimeNext(t: Translation, i: OfKind<'Next'>): Held {
  const next = call(t, 'rt_next_or_exhausted', [toValue(t, get(t, i.iterator))]);
  const { yes, no } = branch(t, emit(t, 'IntCompare', 'bool', { op: 'ne', left: next, right: symbol(t, 'rt_exhausted') }));
  t.block = yes;
  const item = narrowOr(t, next, t.typeOf(i.result), (now, value) => exitAfter(now, i, value)) as Register;
  if (branchesAtOnce(t, i)) {
    t.exhausted.set(i.result, no);
    return item;
  }
  const found = emit(t, 'BoolConst', 'bool', { value: true });
  const ways = [t.block, no];
  t.block = no;
  const exhausted = emit(t, 'BoolConst', 'bool', { value: false });
  const phis = [
    { rep: 'bool' as const, values: [found, exhausted] },
    { rep: item.rep, values: [item.id, blank(t, item.rep)] },
  ];
  const [more, value] = mergeMany(t, ways, phis);
  t.more.set(i.result, more!);
  return register(item.rep, value!);
}

/** Is the item asked for by the branch at the end of the block, and used only where there is one? Then the two ways need not meet before. */
function branchesAtOnce(t: Translation, i: OfKind<'Next'>): boolean {
  const block = t.generic.blocks.get(t.position.get(i.result)!.block)!;
  const [next, test] = block.instructions.slice(-2);
  const { terminator } = block;
  if (next?.result !== i.result || test?.kind !== 'HasValue' || terminator.kind !== 'Branch' || terminator.condition !== test.result) return false;
  if (t.useCount.get(test.result) !== 1 || t.liveness.liveIn(terminator.else).includes(i.result)) return false;
  return t.generic.blocks.get(terminator.else)!.instructions.every((other) => other.kind !== 'Phi' || other.inputs.every((input) => input.block !== block.id || input.value !== i.result));
}

function blank(t: Translation, rep: Rep): ValueId {
  switch (rep) {
    case 'int':
      return intConst(t, 0);
    case 'float':
      return emit(t, 'FloatConst', 'float', { value: 0 });
    case 'bool':
      return emit(t, 'BoolConst', 'bool', { value: false });
    default:
      return noValue(t);
  }
}

/** Is a tuple only ever taken apart? Then it needs no object. */
export function usedApart(t: Translation, id: ValueId): boolean {
  const users = t.users.get(id);
  if (users === undefined || t.repaired.has(id) || t.useCount.get(id) !== users.length) return false;
  return users.every(
    (user) => user.kind === 'HasValue' || user.kind === 'TupleItem' || (user.kind === 'Unpack' && usedApart(t, user.result)),
  );
}
