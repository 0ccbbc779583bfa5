/**
 * The general translation of every generic operation: values are tagged words, the runtime does the work.
 *
 * Fast versions use it for whatever inference left open.
 */
import type { ValueId } from '../base/ids.js';
import { holdsFloat } from '../analysis/class-facts.js';
import { isStatic } from '../analysis/engine.js';
import { builtinSymbol, moduleMember } from '../builtins/symbols.js';
import { layout } from '../builtins/layout.js';
import type { ClassInfo } from '../ir/function.js';
import { helperSymbols } from '../ir/helpers.js';
import { globalSymbol } from '../ir/program.js';
import type { GenericKind } from '../ir/generic.js';
import { operatorNames, type OfKind } from '../ir/generic-info.js';
import { abiOf } from '../ir/typed-info.js';
import type { RuntimeArgument } from '../ir/typed.js';
import { isPromised } from './guards.js';
import {
  branch,
  call,
  callTest,
  emit,
  flipped,
  get,
  merge,
  noValue,
  noneValue,
  register,
  symbol,
  toRep,
  toValue,
  value,
  values,
  type Held,
  type Translation,
} from './translation.js';

type Op<K extends GenericKind> = OfKind<K>;
export type Translator<K extends GenericKind> = (t: Translation, i: Op<K>) => Held;

export const compareNumber = { Lt: 0, LtE: 1, Eq: 2, NotEq: 3, Gt: 4, GtE: 5 } as const;
const unarySymbol = { USub: 'rt_neg', UAdd: 'rt_pos', Invert: 'rt_invert' } as const;

/** RtAccumulation */
export const accumulationNumber = { sum: 0, min: 1, max: 2 } as const;

/** The C numbers of conversions in FormatValue. */
const conversionNumber = { '': 0, s: 115, r: 114, a: 97 } as const;

function ofValue(id: ValueId): Held {
  return register('value', id);
}

/** A display that CPython's compiler makes a frozenset of beforehand: its members then come in another order. */
function isConstantSet(t: Translation, items: readonly ValueId[]): boolean {
  const isConstant = (id: ValueId): boolean => {
    const made = t.definition.get(id);
    switch (made?.kind) {
      case 'Constant':
        return true;
      case 'Unary':
        return isConstant(made.operand);
      case 'Binary':
        return isConstant(made.left) && isConstant(made.right);
      case 'BuildTuple':
        return made.items.every(isConstant);
      default:
        return false;
    }
  };
  return items.length > 2 && items.every(isConstant);
}

function number(n: number | bigint): { number: bigint } {
  return { number: BigInt(n) };
}

/** A status call for its effect. */
function effect(t: Translation, name: string, args: Parameters<typeof call>[2]): Held {
  call(t, name, args);
  return ofValue(noneValue(t));
}

export const generalOps: { readonly [K in GenericKind]: Translator<K> } = {
  Constant: (t, i) => ofValue(emit(t, 'ValueConst', 'value', { value: i.value })),
  Unbound: (t) => ofValue(noValue(t)),
  Parameter: (t, i) => ofValue(emit(t, 'Argument', 'value', { index: i.index })),
  CheckBound: checkBound,
  Refine: (t, i) => get(t, i.value),
  LoadGlobal: loadGlobal,
  StoreGlobal: (t, i) => {
    emit(t, 'ReplaceStatic', 'void', { symbol: globalSymbol(i.module, i.name), value: value(t, i.value) });
    return ofValue(noneValue(t));
  },
  DeleteGlobal: (t, i) => effect(t, 'rt_delete_global', [{ symbol: globalSymbol(i.module, i.name) }, { text: i.name }]),
  LoadBuiltin: (t, i) => ofValue(symbol(t, builtinSymbol(i.name))),
  MakeCell: (t, i) => ofValue(call(t, 'rt_cell_new', [i.value === null ? number(0) : value(t, i.value)])),
  FreeCell: (t, i) => {
    const closure = emit(t, 'Closure', 'value', {});
    return ofValue(
      emit(t, 'LoadField', 'value', {
        base: closure,
        offset: layout.RtFunction.cells + 8 * i.index,
        memory: 'value',
        alias: 'closure',
      }),
    );
  },
  LoadCell: (t, i) =>
    ofValue(
      emit(t, 'LoadField', 'value', { base: value(t, i.cell), offset: layout.RtCell.value, memory: 'value', alias: 'cell' }),
    ),
  StoreCell: (t, i) => {
    const stored = i.value === null ? noValue(t) : value(t, i.value);
    emit(t, 'ReplaceField', 'void', { base: value(t, i.cell), offset: layout.RtCell.value, value: stored, alias: 'cell' });
    return ofValue(noneValue(t));
  },
  Unary: (t, i) => {
    if (i.op !== 'Not') return ofValue(call(t, unarySymbol[i.op], [value(t, i.operand)]));
    const truth = truthOf(t, get(t, i.operand));
    const zero = emit(t, 'BoolConst', 'bool', { value: true });
    return ofValue(
      emit(t, 'BoxBool', 'value', { operand: emit(t, 'BoolArith', 'bool', { op: 'xor', left: truth, right: zero }) }),
    );
  },
  Binary: (t, i) => ofValue(call(t, `${isDying(t, i.left) && reusing.has(i.op) ? 'rt_number_' : 'rt_'}${operatorNames[i.op]}`, [value(t, i.left), value(t, i.right)])),
  InplaceBinary: (t, i) => ofValue(call(t, `rt_inplace_${operatorNames[i.op]}`, [value(t, i.left), value(t, i.right)])),
  Compare: (t, i) => {
    const held = compare(t, i);
    return held.rep === 'bool' && (!t.fast || t.repaired.has(i.result)) && !testedOnly(t, i.result)
      ? ofValue(toValue(t, held))
      : held;
  },
  Truth: (t, i) => register('bool', truthOf(t, get(t, i.operand))),
  GetAttr: (t, i) =>
    ofValue(call(t, 'rt_getattr_cached', [value(t, i.object), { string: i.name }, { cache: layout.RtAttrCache.size }])),
  SetAttr: (t, i) =>
    effect(t, 'rt_setattr_cached', [
      value(t, i.object),
      { string: i.name },
      value(t, i.value),
      { cache: layout.RtAttrCache.size },
    ]),
  DelAttr: (t, i) => effect(t, 'rt_delattr', [value(t, i.object), { string: i.name }]),
  GetItem: (t, i) => ofValue(call(t, 'rt_getitem', [value(t, i.object), value(t, i.index)])),
  SetItem: (t, i) => effect(t, 'rt_setitem', [value(t, i.object), value(t, i.index), value(t, i.value)]),
  DelItem: (t, i) => effect(t, 'rt_delitem', [value(t, i.object), value(t, i.index)]),
  BuildSlice: (t, i) => ofValue(call(t, 'rt_slice_new', [value(t, i.start), value(t, i.stop), value(t, i.step)])),
  BuildTuple: (t, i) => ofValue(call(t, 'rt_tuple_from', [{ array: values(t, i.items) }, number(i.items.length)])),
  BuildList: (t, i) => ofValue(call(t, 'rt_make_list', [{ array: values(t, i.items) }, number(i.items.length)])),
  BuildSet: (t, i) =>
    ofValue(
      call(t, isConstantSet(t, i.items) ? 'rt_set_from_constants' : 'rt_make_set', [
        { array: values(t, i.items) },
        number(i.items.length),
      ]),
    ),
  BuildDict: (t, i) => {
    const pairs = i.keys.flatMap((key, index) => [value(t, key), value(t, i.values[index]!)]);
    return ofValue(call(t, 'rt_make_dict', [{ array: pairs }, number(i.keys.length)]));
  },
  ListAppend: (t, i) => effect(t, 'rt_list_append', [value(t, i.container), value(t, i.item)]),
  SetAdd: (t, i) => effect(t, 'rt_set_add', [value(t, i.container), value(t, i.item)]),
  Accumulator: (t, i) =>
    ofValue(call(t, 'rt_accumulator_new', [number(accumulationNumber[i.what]), i.start === null ? number(0) : value(t, i.start)])),
  AccumulatorAdd: (t, i) => effect(t, 'rt_accumulator_add', [value(t, i.accumulator), value(t, i.item)]),
  AccumulatorResult: (t, i) => ofValue(call(t, 'rt_accumulator_result', [value(t, i.accumulator)])),
  ListExtend: (t, i) => effect(t, 'rt_list_extend_star', [value(t, i.container), value(t, i.item)]),
  SetUpdate: (t, i) => effect(t, 'rt_set_update', [value(t, i.container), value(t, i.item)]),
  DictUpdate: (t, i) => effect(t, 'rt_dict_update_mapping', [value(t, i.container), value(t, i.item)]),
  DictMerge: (t, i) => effect(t, 'rt_dict_merge', [value(t, i.container), value(t, i.item), value(t, i.callee)]),
  DictSet: (t, i) => effect(t, 'rt_dict_set', [value(t, i.container), value(t, i.key), value(t, i.value)]),
  ListToTuple: (t, i) => ofValue(call(t, 'rt_tuple_from_list', [value(t, i.list)])),
  BuildString: (t, i) => ofValue(call(t, 'rt_str_join_array', [{ array: values(t, i.pieces) }, number(i.pieces.length)])),
  FormatValue: (t, i) =>
    ofValue(
      call(t, 'rt_format_value', [
        value(t, i.value),
        number(conversionNumber[i.conversion]),
        i.spec === null ? number(0) : value(t, i.spec),
      ]),
    ),
  Call: (t, i) => {
    const positional = i.args.length - i.keywords.length;
    return ofValue(
      call(t, 'rt_call', [value(t, i.callee), { array: values(t, i.args) }, number(positional), { names: i.keywords }]),
    );
  },
  FindMethod: (t, i) =>
    ofValue(call(t, 'rt_find_method', [value(t, i.object), { string: i.name }, { cache: layout.RtAttrCache.size }])),
  CallMethod: (t, i) => {
    const positional = i.args.length - i.keywords.length;
    const args = { array: values(t, i.args) };
    const found = i.found === null ? [] : [value(t, i.found)];
    return ofValue(
      call(t, i.found === null ? 'rt_call_method_cached' : 'rt_call_found_method', [
        ...found,
        value(t, i.object),
        { string: i.name },
        args,
        number(positional),
        { names: i.keywords },
        { cache: layout.RtAttrCache.size },
      ]),
    );
  },
  CallSpecial: (t, i) =>
    ofValue(
      call(t, 'rt_call_special', [value(t, i.object), { string: i.name }, { array: values(t, i.args) }, number(i.args.length)]),
    ),
  CallStar: (t, i) =>
    ofValue(call(t, 'rt_call_ex', [value(t, i.callee), value(t, i.args), i.kwargs === null ? number(0) : value(t, i.kwargs)])),
  GetIter: (t, i) => ofValue(call(t, 'rt_iter', [value(t, i.iterable)])),
  Next: (t, i) => ofValue(call(t, 'rt_next_or_exhausted', [value(t, i.iterator)])),
  Keep: (t, i) => {
    const held = get(t, i.value);
    if (held.rep === 'value') emit(t, 'CallRuntime', 'void', { symbol: 'rt_keep', args: [held.id] });
    return ofValue(noneValue(t));
  },
  HasValue: (t, i) =>
    register('bool', emit(t, 'IntCompare', 'bool', { op: 'ne', left: value(t, i.value), right: symbol(t, 'rt_exhausted') })),
  IsBound: (t, i) => {
    const held = get(t, i.value);
    if (held.rep !== 'value') return register('bool', emit(t, 'BoolConst', 'bool', { value: true }));
    return register('bool', emit(t, 'IntCompare', 'bool', { op: 'ne', left: held.id, right: noValue(t) }));
  },
  Unpack: (t, i) => ofValue(call(t, 'rt_unpack_tuple', [value(t, i.value), number(i.count)])),
  UnpackStar: (t, i) => ofValue(call(t, 'rt_unpack_star_tuple', [value(t, i.value), number(i.before), number(i.after)])),
  TupleItem: (t, i) => {
    const base = value(t, i.tuple);
    return ofValue(
      emit(t, 'LoadField', 'value', { base, offset: layout.RtTuple.items + 8 * i.index, memory: 'value', alias: 'tuple.items' }),
    );
  },
  MakeFunction: makeFunction,
  MakeClass: makeClass,
  Raise: (t, i) => {
    const exception = i.exception === null ? number(0) : value(t, i.exception);
    return effect(t, 'rt_raise_statement', [exception, i.cause === null ? number(0) : value(t, i.cause)]);
  },
  EnterHandler: (t) => ofValue(call(t, 'rt_handler_enter', [])),
  HandledException: (t) => ofValue(call(t, 'rt_handled_exception', [])),
  LeaveHandler: (t, i) => effect(t, 'rt_handler_leave', [value(t, i.previous)]),
  MatchException: (t, i) => register('bool', callTest(t, 'rt_exception_match', [value(t, i.exception), value(t, i.type)])),
  SetPending: (t, i) => effect(t, 'rt_set_pending', [value(t, i.exception)]),
  Yield: () => {
    throw new Error('Yield is translated by translate.ts');
  },
  ModuleNamespace: (t, i) => ofValue(call(t, 'rt_module_namespace', [{ symbol: `module.${i.module}` }])),
  CallHelper: (t, i) => {
    const symbol = helperSymbols[i.helper];
    return abiOf(symbol).result === 'status' ? effect(t, symbol, values(t, i.args)) : ofValue(call(t, symbol, values(t, i.args)));
  },
  DelegateNext: (t, i) => ofValue(call(t, 'rt_delegate_next', [value(t, i.iterator), value(t, i.sent)])),
  DelegateResult: (t) => ofValue(call(t, 'rt_delegate_result', [])),
  ImportModule: (t, i) =>
    ofValue(
      t.facts.isOwnModule(i.name)
        ? call(t, 'rt_import_module', [{ symbol: `module.${i.name}` }])
        : call(t, `rt_import_${i.name}`, []),
    ),
  LoadModuleMember: (t, i) => {
    const member = moduleMember(i.module, i.name);
    return ofValue(member.kind !== 'value' ? symbol(t, member.symbol) : call(t, member.symbol, []));
  },
};

function makeFunction(t: Translation, i: Op<'MakeFunction'>): Held {
  const made = call(t, 'rt_make_function', [
    { code: i.function },
    { array: values(t, i.cells) },
    number(i.cells.length),
    { array: values(t, i.defaults) },
    number(i.defaults.length),
    { names: i.kwdefaultNames },
    { array: values(t, i.kwdefaults) },
  ]);
  // Calls of methods find the closure there.
  if (t.facts.analysis.ofClasses.has(i.function) && i.cells.length > 0) {
    emit(t, 'ReplaceStatic', 'void', { symbol: closureSymbol(i.function), value: made });
  }
  return ofValue(made);
}

/** The attributes that are to have slots; one whose slot holds a double is named twice. */
function slotHints(t: Translation, info: ClassInfo): RuntimeArgument {
  const { analysis } = t.facts;
  const mayHoldFloats = isStatic(analysis, info);
  return { names: info.instanceAttributes.flatMap((name) => (mayHoldFloats && holdsFloat(analysis, info, name) ? [name, name] : [name])) };
}

function makeClass(t: Translation, i: Op<'MakeClass'>): Held {
  if (i.prepared) {
    const [bases, kwargs] = values(t, i.args);
    const args = [{ string: i.info.name }, bases!, kwargs!, value(t, i.namespace), slotHints(t, i.info)];
    return ofValue(call(t, 'rt_class_finish', args));
  }
  const made = call(t, 'rt_make_class', [
    { string: i.info.name },
    { array: values(t, i.args) },
    number(i.args.length - i.keywords.length),
    { names: i.keywords },
    value(t, i.namespace),
    slotHints(t, i.info),
  ]);
  // Fast versions know the class by this cell.
  if (t.facts.analysis.staticClasses.has(i.info))
    emit(t, 'ReplaceStatic', 'void', { symbol: classSymbol(i.info.id), value: made });
  return ofValue(made);
}

/** The static cell in which the function object of a method with free variables is kept. */
export function closureSymbol(fn: { readonly symbol: string }): string {
  return `closure.${fn.symbol}`;
}

export function classSymbol(id: number): string {
  return `class.${id}`;
}

function checkBound(t: Translation, i: Op<'CheckBound'>): Held {
  const held = get(t, i.value);
  if (held.rep !== 'value') return held;
  const bound = emit(t, 'IntCompare', 'bool', { op: 'ne', left: held.id, right: noValue(t) });
  const { yes, no } = branch(t, bound, true);
  t.block = no;
  const functions = { local: 'rt_unbound_local', free: 'rt_unbound_free', global: 'rt_name_error' };
  raise(t, functions[i.scope], i.name);
  t.block = yes;
  return held;
}

/** Calls a function that always raises; nothing follows. */
function raise(t: Translation, name: string, text: string): void {
  call(t, name, [{ text }]);
  t.block.terminator = { kind: 'Unreachable' };
}

/** A name of a module that another one asks for. */
function raiseUnbound(t: Translation, module: string, name: string, importing: boolean): void {
  call(t, 'rt_module_unbound', [{ symbol: `module.${module}` }, { text: name }, emit(t, 'BoolConst', 'bool', { value: importing })]);
  t.block.terminator = { kind: 'Unreachable' };
}

function loadGlobal(t: Translation, i: Op<'LoadGlobal'>): Held {
  const loaded = emit(t, 'LoadStatic', 'value', { symbol: globalSymbol(i.module, i.name) });
  if (t.facts.global(i.module, i.name)?.boundEarly === true) return ofValue(loaded);
  const bound = emit(t, 'IntCompare', 'bool', { op: 'ne', left: loaded, right: noValue(t) });
  const { yes, no } = branch(t, bound, true);
  t.block = no;
  if (!i.builtin) {
    if (i.by === null) raise(t, 'rt_name_error', i.name);
    else raiseUnbound(t, i.module, i.name, i.by === 'import');
    t.block = yes;
    return ofValue(loaded);
  }
  return ofValue(
    merge(t, 'value', [
      { block: yes, value: loaded },
      { block: no, value: symbol(t, builtinSymbol(i.name)) },
    ]),
  );
}

/** Operators whose result may take the place of a left operand that nobody needs any more. */
const reusing: ReadonlySet<string> = new Set(['Add', 'Sub', 'Mult', 'Div']);

/** Is the value used here alone? */
export function isDying(t: Translation, id: ValueId): boolean {
  return t.useCount.get(id) === 1 && t.definition.get(id)?.kind !== 'Constant';
}

/** Is a value used by Truth alone (and not handed over at an exit)? */
export function testedOnly(t: Translation, id: ValueId): boolean {
  const users = t.users.get(id);
  return (
    users !== undefined &&
    t.useCount.get(id) === users.length &&
    users.every((user) => user.kind === 'Truth' || (user.kind === 'Unary' && user.op === 'Not'))
  );
}

/** Floats have no identity of their own, since they are unboxed and boxed again; what else there is, does. */
function isNoFloat(t: Translation, id: ValueId): boolean {
  const definition = t.definition.get(id);
  const type = t.typeOf(id);
  return definition?.kind === 'Constant' ? definition.value.type !== 'float' : isPromised(type) && type.kind !== 'Float';
}

function compare(t: Translation, i: Op<'Compare'>): Held {
  switch (i.op) {
    case 'Is':
    case 'IsNot': {
      const [left, right] = [value(t, i.left), value(t, i.right)];
      if (isNoFloat(t, i.left) || isNoFloat(t, i.right))
        return register('bool', emit(t, 'IntCompare', 'bool', { op: i.op === 'Is' ? 'eq' : 'ne', left, right }));
      return flipped(t, callTest(t, 'rt_is_same', [left, right]), i.op === 'IsNot');
    }
    case 'In':
    case 'NotIn': {
      const found = callTest(t, 'rt_contains', [value(t, i.right), value(t, i.left)]);
      if (i.op === 'In') return register('bool', found);
      return register(
        'bool',
        emit(t, 'BoolArith', 'bool', { op: 'xor', left: found, right: emit(t, 'BoolConst', 'bool', { value: true }) }),
      );
    }
    default: {
      const args = [value(t, i.left), value(t, i.right), number(compareNumber[i.op])];
      if (testedOnly(t, i.result)) return register('bool', callTest(t, 'rt_compare_bool', args));
      return ofValue(call(t, 'rt_compare', args));
    }
  }
}

export function truthOf(t: Translation, held: Held): ValueId {
  if (held.rep === 'bool') return held.id;
  return callTest(t, 'rt_truth', [toRep(t, held, 'value')]);
}
