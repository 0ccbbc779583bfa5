/** Calls: of functions of the program (by context), of classes, of built-ins; and attributes. */
import type { ValueId } from '../base/ids.js';
import { functionSignatures, isKnownMethod, memberSignatures, methodResult } from '../builtins/signatures.js';
import type { IrFunction } from '../ir/function.js';
import type { OfKind } from '../ir/generic-info.js';
import { any, generator, instance, join, membersOf, never, superOf, tuple, unboxedType, type Type } from '../types/type.js';
import { attributeSite, findAttribute, findMember, isIntercepted, lineage, slotNames } from './class-facts.js';
import type { Analysis, BoundArgument, Context, Dispatch, KnownCall } from './context.js';
import { contextFor, isStatic, readSite, typeIn } from './engine.js';
import { isGeneralOnly } from './exit-load.js';
import { constantType, signatureContext, yieldSiteOf } from './transfer.js';

export function transferCall(a: Analysis, c: Context, i: OfKind<'Call'>): Type {
  c.calls.delete(i.result);
  const callee = typeIn(c, i.callee);
  if (callee.kind === 'Never' || i.args.some((arg) => typeIn(c, arg).kind === 'Never')) return never;
  switch (callee.kind) {
    case 'Function':
      return callFunction(a, c, i.result, callee.fn, valueArguments(i.args), i.keywords, i.callee, null) ?? any;
    case 'Class':
      return construct(a, c, i, callee.info);
    case 'Builtin':
      return callBuiltin(a, c, i, callee.name);
    default:
      return any;
  }
}

function valueArguments(ids: readonly ValueId[]): BoundArgument[] {
  return ids.map((id) => ({ kind: 'value', id }));
}

function callBuiltin(a: Analysis, c: Context, i: OfKind<'Call'>, name: string): Type {
  const args = i.args.slice(0, i.args.length - i.keywords.length).map((arg) => typeIn(c, arg));
  if (name === 'super' && args.length === 2 && args[0]!.kind === 'Class' && args[1]!.kind === 'Instance')
    return superOf(args[0]!.info, args[1]!);
  if (i.keywords.length > 0 && name !== 'print' && name !== 'sorted') return any;
  if (args.length === 0 && (name === 'int' || name === 'str' || name === 'float' || name === 'bool'))
    return functionSignatures.get(name)!(args, signatureContext(c, i.result));
  if (
    args.length === 0 &&
    ['len', 'sorted', 'min', 'max', 'sum', 'enumerate', 'iter', 'reversed', 'divmod', 'abs'].includes(name)
  )
    return any;
  const signature = functionSignatures.get(name) ?? memberSignatures.get(name);
  return signature?.(args, signatureContext(c, i.result)) ?? any;
}

/** Makes an instance: the class's __init__ runs as a known call. */
function construct(a: Analysis, c: Context, i: OfKind<'Call'>, info: KnownCall['construct'] & object): Type {
  c.calls.delete(i.result);
  if (!isStatic(a, info) || findMember(a, info, '__new__') !== null) return any;
  const init = findMember(a, info, '__init__');
  if (init === null) {
    if (i.args.length > 0) return any;
    c.calls.set(i.result, { context: null, args: [], construct: info, closure: null });
    return instance(info);
  }
  if (init.kind !== 'method') return any;
  const result = callFunction(
    a,
    c,
    i.result,
    init.function,
    [{ kind: 'self' }, ...valueArguments(i.args)],
    i.keywords,
    null,
    info,
  );
  return result === null ? any : instance(info);
}

/** The type that a call gives; null when it can't be resolved to a context. */
function callFunction(
  a: Analysis,
  c: Context,
  id: ValueId,
  fn: IrFunction,
  args: readonly BoundArgument[],
  keywords: readonly string[],
  closure: ValueId | null,
  constructed: KnownCall['construct'],
): Type | null {
  c.calls.delete(id);
  const bound = bindArguments(a, fn, args, keywords);
  if (bound === null) return null;
  const types = bound.map((arg) => argumentType(c, arg, constructed));
  if (types.some((type) => type.kind === 'Never')) return never;
  const context = contextFor(a, fn, types);
  if (isGeneralOnly(fn)) return null;
  if (fn.kind === 'generator' && constructed !== null) return null;
  if (context !== null) c.calls.set(id, { context, args: bound, construct: constructed, closure });
  if (fn.async !== undefined) return any;
  if (fn.kind === 'generator') return generator(fn, yieldSiteOf(a, fn));
  if (context === null) return null;
  return readSite(c, context.result);
}

function argumentType(c: Context, arg: BoundArgument, constructed: KnownCall['construct']): Type {
  switch (arg.kind) {
    case 'value':
      return arg.as ?? typeIn(c, arg.id);
    case 'constant':
      return constantType(arg.value);
    case 'tuple':
      return tuple(arg.items.map((item) => typeIn(c, item)));
    case 'self':
      return instance(constructed!);
  }
}

/** Arguments in the order of the parameters; null when only the runtime can bind them (or when it is to raise). */
function bindArguments(
  a: Analysis,
  fn: IrFunction,
  args: readonly BoundArgument[],
  keywords: readonly string[],
): BoundArgument[] | null {
  const made = a.made.get(fn);
  if (made === undefined) return null;
  const positional = args.slice(0, args.length - keywords.length);
  const named = new Map(keywords.map((name, index) => [name, args[positional.length + index]!]));
  const bound: BoundArgument[] = [];
  const slots = fn.parameters.filter((p) => p.kind === 'positional' || p.kind === 'positional-only').length;
  let position = 0;
  for (const parameter of fn.parameters) {
    if (parameter.kind === 'kwargs') return null;
    if (parameter.kind === 'varargs') {
      const rest = positional.slice(slots);
      if (rest.some((arg) => arg.kind !== 'value')) return null;
      bound.push({ kind: 'tuple', items: rest.map((arg) => (arg as { id: ValueId }).id) });
      continue;
    }
    const index = parameter.kind === 'keyword-only' ? -1 : position++;
    const given = index >= 0 && index < positional.length ? positional[index] : undefined;
    const byName = parameter.kind === 'positional-only' ? undefined : named.get(parameter.name);
    if (given !== undefined && byName !== undefined) return null;
    const fallback = index >= 0 ? made.defaults[index - (slots - made.defaults.length)] : made.kwdefaults.get(parameter.name);
    const value =
      given ?? byName ?? (fallback === undefined || fallback === null ? null : ({ kind: 'constant', value: fallback } as const));
    if (value === null) return null;
    bound.push(value);
    if (byName !== undefined) named.delete(parameter.name);
  }
  const takesRest = fn.parameters.some((p) => p.kind === 'varargs');
  return named.size > 0 || (positional.length > slots && !takesRest) ? null : bound;
}

/** Notes which types have the method for certain; what the result is (the no-value, mostly) is of no interest to inference. */
export function transferFindMethod(a: Analysis, c: Context, i: OfKind<'FindMethod'>): Type {
  const object = typeIn(c, i.object);
  if (object.kind === 'Never') return never;
  c.methods.set(i.result, membersOf(object).filter((type) => hasMethod(a, type, i.name)));
  return any;
}

function hasMethod(a: Analysis, type: Type, name: string): boolean {
  switch (type.kind) {
    case 'Instance':
      return isStatic(a, type.info) && findAttribute(a, type.info, name)?.kind === 'method';
    case 'Super': {
      if (a.assignedNames.has('*') || a.assignedNames.has(name)) return false;
      const line = lineage(a, (type.self as { info: typeof type.info }).info);
      const found = line.slice(line.indexOf(type.info) + 1).find((info) => info.members.has(name));
      return found?.members.get(name)!.kind === 'method';
    }
    default:
      return isKnownMethod(type, name);
  }
}

export function transferCallMethod(a: Analysis, c: Context, i: OfKind<'CallMethod'>): Type {
  const object = typeIn(c, i.object);
  const args = i.args.map((arg) => typeIn(c, arg));
  if (object.kind === 'Never' || args.some((arg) => arg.kind === 'Never')) return never;
  c.calls.delete(i.result);
  switch (object.kind) {
    case 'Instance':
      if (findAttribute(a, object.info, i.name)?.kind === 'unknown') return any;
      return transferMethodOf(a, c, i.result, i.object, i.name, i.args, i.keywords) ?? any;
    case 'Super': {
      const line = lineage(a, (object.self as { info: typeof object.info }).info);
      const above = line.slice(line.indexOf(object.info) + 1);
      return methodIn(a, c, i, above);
    }
    case 'Any':
      return any;
    case 'Union':
      return dispatch(a, c, i, object);
    default:
      return i.keywords.length > 0 && i.name !== 'sort' && i.name !== 'format'
        ? any
        : methodResult(object, i.name, args, signatureContext(c, i.result));
  }
}

/** object.name(args) where the object is of one of a few classes: each method is a call of its own, with that class for its first argument. */
function dispatch(a: Analysis, c: Context, i: OfKind<'CallMethod'>, object: Type): Type {
  c.dispatches.delete(i.result);
  const rows: Dispatch[] = [];
  let result: Type = never;
  for (const type of membersOf(object)) {
    if (type.kind === 'None') continue;
    if (type.kind !== 'Instance' || !isStatic(a, type.info)) return any;
    const member = findAttribute(a, type.info, i.name);
    if (member?.kind !== 'method') return any;
    const given = callFunction(a, c, i.result, member.function, [{ kind: 'value', id: i.object, as: type }, ...valueArguments(i.args)], i.keywords, null, null);
    const call = c.calls.get(i.result);
    c.calls.delete(i.result);
    if (given === null || call === undefined) return any;
    rows.push({ type, call });
    result = join(result, given);
  }
  if (rows.length === 0) return any;
  c.dispatches.set(i.result, rows);
  return result;
}

/** super().name(args): the first class above that has it. The self of the call is the `super` object's, known to the translation as the method's first argument. */
function methodIn(
  a: Analysis,
  c: Context,
  i: OfKind<'CallMethod'>,
  classes: readonly { readonly members: ReadonlyMap<string, { readonly kind: string; readonly function?: IrFunction }> }[],
): Type {
  if (a.assignedNames.has('*') || a.assignedNames.has(i.name)) return any;
  const self = superSelf(c, i.object);
  for (const info of classes) {
    const member = info.members.get(i.name);
    if (member === undefined) continue;
    if (member.kind !== 'method' || self === null) return any;
    return (
      callFunction(
        a,
        c,
        i.result,
        member.function!,
        [{ kind: 'value', id: self }, ...valueArguments(i.args)],
        i.keywords,
        null,
        null,
      ) ?? any
    );
  }
  return any;
}

/** The second argument of the call of `super` that made a value. */
function superSelf(c: Context, id: ValueId): ValueId | null {
  const definition = c.shape.definition.get(id);
  return definition?.kind === 'Call' ? (definition.args[1] ?? null) : null;
}

/** type(object).name(object, args) for an instance of a class of the program; null: not resolved. */
export function transferMethodOf(
  a: Analysis,
  c: Context,
  id: ValueId,
  object: ValueId,
  name: string,
  args: readonly ValueId[],
  keywords: readonly string[] = [],
): Type | null {
  c.calls.delete(id);
  const type = typeIn(c, object);
  if (type.kind !== 'Instance' || !isStatic(a, type.info)) return null;
  if (args.some((arg) => typeIn(c, arg).kind === 'Never')) return never;
  const member = findMember(a, type.info, name);
  if (member === null || member.kind === 'unknown' || member.kind === 'property' || member.kind === 'classmethod') return null;
  const self: BoundArgument[] = member.kind === 'method' ? [{ kind: 'value', id: object }] : [];
  return callFunction(a, c, id, member.function, [...self, ...valueArguments(args)], keywords, null, null);
}

export function transferGetAttr(a: Analysis, c: Context, i: OfKind<'GetAttr'>): Type {
  const object = typeIn(c, i.object);
  if (object.kind === 'Never') return never;
  c.calls.delete(i.result);
  if (object.kind === 'Instance' && isStatic(a, object.info)) {
    const member = a.assignedNames.has('*') ? null : findAttribute(a, object.info, i.name);
    if (member?.kind === 'property')
      return callFunction(a, c, i.result, member.function, [{ kind: 'value', id: i.object }], [], null, null) ?? any;
    if (!slotNames(a, object.info).includes(i.name) || isIntercepted(a, object.info, i.name)) return any;
    return unboxedType(readSite(c, attributeSite(a, object.info, i.name)));
  }
  if (object.kind === 'Union') return attributeOfUnion(a, c, i, object);
  return any;
}

/** None | C: the attribute of C; the translation leaves the fast version on None. */
function attributeOfUnion(a: Analysis, c: Context, i: OfKind<'GetAttr'>, object: Type): Type {
  const types = membersOf(object)
    .filter((member) => member.kind !== 'None')
    .map((member): Type => {
      if (
        member.kind !== 'Instance' ||
        !isStatic(a, member.info) ||
        !slotNames(a, member.info).includes(i.name) ||
        isIntercepted(a, member.info, i.name)
      )
        return any;
      return unboxedType(readSite(c, attributeSite(a, member.info, i.name)));
    });
  if (types.length === 0 || types.some((type) => type.key !== types[0]!.key)) return any;
  return types[0]!;
}
