/** Sums and extremes in registers, where all items are ints or all are floats. Where an exit needs the object, it is made from the state. */
import type { ValueId } from '../base/ids.js';
import { intervalOf } from '../analysis/int-range.js';
import type { OfKind } from '../ir/generic-info.js';
import type { FloatOperator, IntOperator } from '../ir/typed.js';
import { variable } from './cursors.js';
import { accumulationNumber } from './general-ops.js';
import {
  branch,
  call,
  emit,
  exitAfter,
  get,
  intConst,
  merge,
  meet,
  noneValue,
  register,
  toRep,
  toValue,
  type AccumulatorState,
  type Held,
  type Leave,
  type Translation,
} from './translation.js';

interface Virtual extends AccumulatorState {
  readonly materialise: (t: Translation) => ValueId;
}

export function translateAccumulator(t: Translation, i: OfKind<'Accumulator'>): Held | null {
  const state = i.what === 'sum' ? sumState(t, i) : extremeState(t, i);
  return state === null ? null : { rep: 'virtual', data: { kind: 'accumulator', accumulator: state }, materialise: state.materialise };
}

export function translateAccumulatorAdd(t: Translation, i: OfKind<'AccumulatorAdd'>): Held | null {
  const held = get(t, i.accumulator);
  if (held.rep !== 'virtual' || held.data.kind !== 'accumulator') return null;
  held.data.accumulator.add(t, get(t, i.item));
  return register('value', noneValue(t));
}

export function translateAccumulatorResult(t: Translation, i: OfKind<'AccumulatorResult'>): Held | null {
  const held = get(t, i.accumulator);
  if (held.rep !== 'virtual' || held.data.kind !== 'accumulator') return null;
  return held.data.accumulator.result(t, (now, value) => exitAfter(now, i, value));
}

/** Are all items that are added ints (or bools), or all floats? */
function itemsOf(t: Translation, i: OfKind<'Accumulator'>): 'int' | 'float' | null {
  const users = t.users.get(i.result) ?? [];
  if (t.repaired.has(i.result)) return null;
  const items = users.flatMap((user) => (user.kind === 'AccumulatorAdd' ? [t.typeOf(user.item)] : []));
  if (items.length === 0 || users.some((user) => user.kind !== 'AccumulatorAdd' && user.kind !== 'AccumulatorResult')) return null;
  if (items.every((type) => type.kind === 'Float')) return 'float';
  return items.every((type) => intervalOf(type) !== null) && (i.what === 'sum' || items.every((type) => type.kind === 'Int')) ? 'int' : null;
}

function arith(t: Translation, op: IntOperator, left: ValueId, right: ValueId, noWrap = false): ValueId {
  return emit(t, 'IntArith', 'int', { op, left, right, noWrap });
}

function sumState(t: Translation, i: OfKind<'Accumulator'>): Virtual | null {
  const items = itemsOf(t, i);
  const start = get(t, i.start!);
  if (items === 'float') return floatSum(t, i);
  return items === 'int' && start.rep === 'int' ? intSum(t, i, start.id) : null;
}

/** 128 bits never overflow: so many items there are not. */
function intSum(t: Translation, i: OfKind<'Accumulator'>, start: ValueId): Virtual {
  const low = variable(t, `sum${i.result}.low`, 'int', start);
  const high = variable(t, `sum${i.result}.high`, 'int', arith(t, 'ashr', start, intConst(t, 63)));
  return {
    add: (now, held) => {
      const item = toRep(now, held, 'int');
      const sum = arith(now, 'add', low.read(now), item);
      const carry = emit(now, 'BoolToInt', 'int', { operand: emit(now, 'IntCompare', 'bool', { op: 'ult', left: sum, right: item }) });
      const sign = arith(now, 'ashr', item, intConst(now, 63));
      high.write(now, arith(now, 'add', arith(now, 'add', high.read(now), sign), carry));
      low.write(now, sum);
    },
    result: (now, leave) => {
      const [sum, upper] = [low.read(now), high.read(now)];
      const fits = emit(now, 'IntCompare', 'bool', { op: 'eq', left: upper, right: arith(now, 'ashr', sum, intConst(now, 63)) });
      const { yes, no } = branch(now, fits, true);
      now.block = no;
      leave(now, call(now, 'rt_int_from_halves', [sum, upper]));
      now.block = yes;
      return register('int', sum);
    },
    materialise: (now) => call(now, 'rt_accumulator_of_ints', [low.read(now), high.read(now)]),
  };
}

function float(t: Translation, op: FloatOperator, left: ValueId, right: ValueId): ValueId {
  return emit(t, 'FloatArith', 'float', { op, left, right });
}

/** The error of each addition is carried along (Neumaier 1974), as CPython does. What begins with an int 0 begins with the first item. */
function floatSum(t: Translation, i: OfKind<'Accumulator'>): Virtual | null {
  const start = get(t, i.start!);
  if (start.rep !== 'int' && start.rep !== 'float') return null;
  const begin = start.rep === 'int' ? emit(t, 'IntToFloat', 'float', { operand: start.id }) : start.id;
  const zero = emit(t, 'FloatConst', 'float', { value: 0 });
  const total = variable(t, `sum${i.result}.total`, 'float', begin);
  const error = variable(t, `sum${i.result}.error`, 'float', zero);
  const some = variable(t, `sum${i.result}.some`, 'bool', emit(t, 'BoolConst', 'bool', { value: start.rep === 'float' }));
  return {
    add: (now, held) => {
      const [item, before] = [toRep(now, held, 'float'), total.read(now)];
      const sum = float(now, 'add', before, item);
      const [a, b] = [magnitude(now, before), magnitude(now, item)];
      const larger = emit(now, 'FloatCompare', 'bool', { op: 'oge', left: a, right: b });
      const lost = emit(now, 'Select', 'float', {
        condition: larger,
        left: float(now, 'add', float(now, 'sub', before, sum), item),
        right: float(now, 'add', float(now, 'sub', item, sum), before),
      });
      // The first addition is of an int and a float: it carries no error.
      const kept = start.rep === 'float' ? lost : emit(now, 'Select', 'float', { condition: some.read(now), left: lost, right: emit(now, 'FloatConst', 'float', { value: 0 }) });
      error.write(now, float(now, 'add', error.read(now), kept));
      total.write(now, sum);
      some.write(now, emit(now, 'BoolConst', 'bool', { value: true }));
    },
    result: (now, leave) => {
      if (start.rep === 'int') leaveUnless(now, some.read(now), leave, () => toValue(now, get(now, i.start!)));
      return register('float', corrected(now, total.read(now), error.read(now)));
    },
    materialise: (now) => call(now, 'rt_accumulator_of_floats', [total.read(now), error.read(now), some.read(now), toValue(now, get(now, i.start!))]),
  };
}

function magnitude(t: Translation, operand: ValueId): ValueId {
  return emit(t, 'FloatUnary', 'float', { op: 'fabs', operand });
}

/** The total and its error, if that is finite and not 0. */
function corrected(t: Translation, total: ValueId, error: ValueId): ValueId {
  const largest = emit(t, 'FloatConst', 'float', { value: Number.MAX_VALUE });
  const zero = emit(t, 'FloatConst', 'float', { value: 0 });
  const finite = emit(t, 'FloatCompare', 'bool', { op: 'ole', left: magnitude(t, error), right: largest });
  const some = emit(t, 'FloatCompare', 'bool', { op: 'une', left: error, right: zero });
  const condition = emit(t, 'BoolArith', 'bool', { op: 'and', left: finite, right: some });
  return emit(t, 'Select', 'float', { condition, left: float(t, 'add', total, error), right: total });
}

function leaveUnless(t: Translation, condition: ValueId, leave: Leave, value: () => ValueId): void {
  const { yes, no } = branch(t, condition, true);
  t.block = no;
  leave(t, value());
  t.block = yes;
}

/** min and max: the first of equals wins. Where there was no item, the runtime raises. */
function extremeState(t: Translation, i: OfKind<'Accumulator'>): Virtual | null {
  const rep = itemsOf(t, i);
  if (rep === null) return null;
  const blank = rep === 'int' ? intConst(t, 0) : emit(t, 'FloatConst', 'float', { value: 0 });
  const best = variable(t, `best${i.result}.item`, rep, blank);
  const some = variable(t, `best${i.result}.some`, 'bool', emit(t, 'BoolConst', 'bool', { value: false }));
  const what = { number: BigInt(accumulationNumber[i.what]) };
  const object = (now: Translation): ValueId => call(now, 'rt_accumulator_of_best', [what, some.read(now), toValue(now, register(rep, best.read(now)))]);
  return {
    add: (now, held) => {
      const [item, old] = [toRep(now, held, rep), best.read(now)];
      const better =
        rep === 'int'
          ? emit(now, 'IntCompare', 'bool', { op: i.what === 'min' ? 'slt' : 'sgt', left: item, right: old })
          : emit(now, 'FloatCompare', 'bool', { op: i.what === 'min' ? 'olt' : 'ogt', left: item, right: old });
      const first = emit(now, 'BoolArith', 'bool', { op: 'xor', left: some.read(now), right: emit(now, 'BoolConst', 'bool', { value: true }) });
      const condition = emit(now, 'BoolArith', 'bool', { op: 'or', left: better, right: first });
      best.write(now, emit(now, 'Select', rep, { condition, left: item, right: old }));
      some.write(now, emit(now, 'BoolConst', 'bool', { value: true }));
    },
    result: (now, leave) => {
      leaveUnless(now, some.read(now), leave, () => call(now, 'rt_accumulator_result', [object(now)]));
      return register(rep, best.read(now));
    },
    materialise: object,
  };
}
