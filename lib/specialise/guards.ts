/** Checks of a value against a type, with an exit where it fails. */
import type { ValueId } from '../base/ids.js';
import { layout } from '../builtins/layout.js';
import type { GenericInstruction } from '../ir/generic.js';
import { classSymbol } from './general-ops.js';
import type { Type } from '../types/type.js';
import {
  branch,
  emit,
  exitAfter,
  intConst,
  merge,
  register,
  symbol,
  type Held,
  type Leave,
  type Translation,
} from './translation.js';

const trusted = new Set<GenericInstruction['kind']>([
  'Constant',
  'Unbound',
  'BuildTuple',
  'BuildList',
  'BuildSet',
  'BuildDict',
  'BuildString',
  'FormatValue',
  'MakeFunction',
  'MakeClass',
  'MakeCell',
  'FreeCell',
  'LoadBuiltin',
  'StoreGlobal',
  'SetAttr',
  'SetItem',
  'StoreCell',
  'Keep',
  'ListAppend',
  'AccumulatorAdd',
  'SetAdd',
  'ListExtend',
  'SetUpdate',
  'DictUpdate',
  'DictMerge',
  'DictSet',
  'LeaveHandler',
  'SetPending',
  'Unpack',
  'UnpackStar',
]);

/** Does the general translation of such an instruction give what inference says by its nature? */
export function isTrusted(instruction: GenericInstruction): boolean {
  return trusted.has(instruction.kind) || (instruction.kind === 'LoadModuleMember' && !instruction.name.match(/^[a-z]/));
}

/** Objects of these types are told by their type alone. */
export const exactTypes: { readonly [K in Type['kind']]?: string } = {
  Str: 'rt_type_str',
  Bytes: 'rt_type_bytes',
  List: 'rt_type_list',
  Dict: 'rt_type_dict',
  Set: 'rt_type_set',
  Tuple: 'rt_type_tuple',
  AnyTuple: 'rt_type_tuple',
  Float: 'rt_type_float',
};

/** Does a register of that type promise the kind of its value? */
export function isPromised(type: Type): boolean {
  return type.kind in exactTypes || ['Int', 'Bool', 'None', 'Instance', 'Class', 'Function'].includes(type.kind);
}

/** The value in the representation of the type, after a check; execution leaves the fast version after `point` where it fails. */
export function narrow(t: Translation, point: GenericInstruction, value: ValueId, type: Type): Held {
  return narrowOr(t, value, type, (now, other) => exitAfter(now, point, other));
}

/** The value in the representation of the type, after a check; `leave` ends the block where it fails. */
export function narrowOr(t: Translation, value: ValueId, type: Type, leave: Leave): Held {
  if (!isPromised(type)) return register('value', value);
  const { yes, no } = branch(t, typeTest(t, value, type), true);
  t.block = no;
  leave(t, value);
  t.block = yes;
  return unboxed(t, value, type);
}

/** A value known to be of a type, in the type's representation. */
export function unboxed(t: Translation, value: ValueId, type: Type): Held {
  if (type.kind === 'Int') return register('int', emit(t, 'SmallToInt', 'int', { operand: value }));
  if (type.kind === 'Float') return register('float', emit(t, 'UnboxFloat', 'float', { operand: value }));
  if (type.kind === 'Bool') return register('bool', emit(t, 'UnboxBool', 'bool', { operand: value }));
  return register('value', value);
}

/** Is the value of exactly that (promised) type? rep bool. */
export function typeTest(t: Translation, value: ValueId, type: Type): ValueId {
  switch (type.kind) {
    case 'Int':
      return emit(t, 'IsSmall', 'bool', { operand: value });
    case 'None':
      return isSame(t, value, symbol(t, 'rt_none_object'));
    case 'Bool': {
      const isTrue = isSame(t, value, symbol(t, 'rt_true_object'));
      return emit(t, 'BoolArith', 'bool', { op: 'or', left: isTrue, right: isSame(t, value, symbol(t, 'rt_false_object')) });
    }
    case 'Class':
      return isSame(t, value, classValue(t, type.info.id));
    case 'Instance':
      return objectTest(t, value, (type_) =>
        emit(t, 'IntCompare', 'bool', { op: 'eq', left: type_, right: classPointer(t, type.info.id) }),
      );
    case 'Function':
      return functionTest(t, value, type.fn.symbol);
    case 'Tuple': {
      const items = type.items.length;
      return objectTest(
        t,
        value,
        (type_) => isType(t, type_, 'rt_type_tuple'),
        () => {
          const length = emit(t, 'LoadField', 'int', {
            base: value,
            offset: layout.RtTuple.length,
            memory: 'int',
            alias: 'tuple.length',
          });
          return emit(t, 'IntCompare', 'bool', { op: 'eq', left: length, right: intConst(t, items) });
        },
      );
    }
    default:
      return objectTest(t, value, (type_) => isType(t, type_, exactTypes[type.kind]!));
  }
}

function isSame(t: Translation, left: ValueId, right: ValueId): ValueId {
  return emit(t, 'IntCompare', 'bool', { op: 'eq', left, right });
}

function isType(t: Translation, pointer: ValueId, name: string): ValueId {
  return emit(t, 'IntCompare', 'bool', { op: 'eq', left: pointer, right: symbol(t, name, 'raw') });
}

/** A test of the type of what may be a small int or the no-value, and one more if that holds. */
function objectTest(t: Translation, value: ValueId, test: (pointer: ValueId) => ValueId, then?: () => ValueId): ValueId {
  const small = emit(t, 'IsSmall', 'bool', { operand: value });
  const { yes, no } = branch(t, small, false);
  const failed = emitIn(t, yes, () => emit(t, 'BoolConst', 'bool', { value: false }));
  t.block = no;
  let result = test(emit(t, 'TypeOf', 'raw', { operand: value }));
  const ways = [{ block: yes, value: failed }];
  if (then !== undefined) {
    const next = branch(t, result, true);
    ways.push({ block: next.no, value: emitIn(t, next.no, () => emit(t, 'BoolConst', 'bool', { value: false })) });
    t.block = next.yes;
    result = then();
  }
  ways.push({ block: t.block, value: result });
  return merge(t, 'bool', ways);
}

function emitIn(t: Translation, block: Translation['block'], make: () => ValueId): ValueId {
  t.block = block;
  return make();
}

function functionTest(t: Translation, value: ValueId, name: string): ValueId {
  return objectTest(
    t,
    value,
    (pointer) => isType(t, pointer, 'rt_type_function'),
    () => {
      const code = emit(t, 'LoadField', 'raw', {
        base: value,
        offset: layout.RtFunction.code,
        memory: 'raw',
        alias: 'function.code',
      });
      return emit(t, 'IntCompare', 'bool', { op: 'eq', left: code, right: symbol(t, `code.${name}`, 'raw') });
    },
  );
}

/** The class object of a class of the program that is known by its static cell. */
export function classValue(t: Translation, id: number): ValueId {
  return emit(t, 'LoadStatic', 'value', { symbol: classSymbol(id) });
}

export function classPointer(t: Translation, id: number): ValueId {
  const cell = symbol(t, classSymbol(id), 'raw');
  return emit(t, 'LoadField', 'raw', { base: cell, offset: 0, memory: 'raw', alias: 'class' });
}
