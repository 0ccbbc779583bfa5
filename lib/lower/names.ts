/** Reading, binding and deleting names, wherever their variables live. */
import { assert } from '../base/assert.js';
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { mangle, type Scope, type Variable } from '../analysis/scopes.js';
import { newBlock } from '../ir/function.js';
import {
  emit,
  emitBuiltin,
  emitConstant,
  emitNone,
  emitString,
  enterBlock,
  jump,
  newTemporary,
  readVariable,
  terminate,
  unboundValue,
  writeVariable,
  type FunctionContext,
} from './context.js';
import { emitDeleteGlobal, emitLoadGlobal, emitStoreGlobal, isHeld, namespaceOf } from './namespaces.js';
import { heldValue, keep } from './lifetimes.js';
import { builtinAliases, cpythonBuiltins, exitNames, moduleAttributes, standardBuiltins } from './known-names.js';
import { refuseMember, starThatLacks } from './module-members.js';
import { askForRealModule, lowerTypingName } from './typing.js';
import { unsupported } from './unsupported.js';

export function meaningOf(ctx: FunctionContext, name: string): Variable | null {
  const mangled = mangle(ctx.scope, name);
  const variable = ctx.scope.meaning.get(mangled);
  assert(variable !== undefined, `${ctx.fn.symbol}: name ${mangled} was never resolved`);
  return variable;
}

/** Is the variable an SSA value of this function? One that others only read is both: the function writes its cell, too. */
export function isSsa(ctx: FunctionContext, variable: Variable): boolean {
  if (variable.scope.frame !== ctx.frame) return false;
  return !variable.captured || (variable.scope.kind !== 'module' && !variable.boundElsewhere);
}

export function isGlobal(variable: Variable): boolean {
  return variable.scope.kind === 'module' && variable.captured;
}

/** What the compiler itself puts into a class's body. */
const namesOfClasses: ReadonlySet<string> = new Set(['__class__', '__annotations__', '__module__', '__qualname__']);

export function loadName(ctx: FunctionContext, name: string, span: Span): ValueId {
  const variable = meaningOf(ctx, name);
  const behind = (): ValueId => {
    const isOwn = variable?.scope === ctx.scope;
    return isOwn ? loadBehindClass(ctx, variable, span) : loadResolved(ctx, name, variable, span);
  };
  const isPrepared = ctx.prepared.has(ctx.scope) && ctx.module.program.preparesClasses && !namesOfClasses.has(variable?.name ?? '');
  return isPrepared ? loadPrepared(ctx, mangle(ctx.scope, name), span, behind) : loadResolved(ctx, name, variable, span);
}

function loadResolved(ctx: FunctionContext, name: string, variable: Variable | null, span: Span): ValueId {
  if (variable === null) return loadBuiltinName(ctx, mangle(ctx.scope, name), span);
  if (variable === variable.scope.dictNames) return loadFromDict(ctx, variable.scope, name, span);
  if (variable.scope.kind === 'class' && variable.name !== '__class__') return loadClassName(ctx, variable, span);
  return loadVariable(ctx, variable, span);
}

/** A name of embedded code: in the dict of its locals, if it has one, then in that of its globals. */
function loadFromDict(ctx: FunctionContext, scope: Scope, name: string, span: Span): ValueId {
  const globals = loadVariable(ctx, scope.variables.get('.globals')!, span);
  const key = emitString(ctx, span, name);
  const fromGlobals = (): ValueId => {
    if (!ctx.module.program.known.builtins.has(name) && name !== '__name__')
      return emit(ctx, span, { kind: 'CallHelper', helper: 'namespace-get', args: [globals, key] });
    const args = [globals, key, name === '__name__' ? emitString(ctx, span, 'builtins') : emitBuiltin(ctx, span, name)];
    return emit(ctx, span, { kind: 'CallHelper', helper: 'namespace-get-or', args });
  };
  const locals = localsDict(ctx, scope, name);
  if (locals === undefined) return fromGlobals();
  const found = emit(ctx, span, { kind: 'CallHelper', helper: 'mapping-find', args: [loadVariable(ctx, locals, span), key] });
  return eitherOf(ctx, emit(ctx, span, { kind: 'HasValue', value: found }), () => found, fromGlobals);
}

/** Where embedded code binds names. */
function dictToBind(ctx: FunctionContext, scope: Scope, name: string, span: Span): ValueId {
  return loadVariable(ctx, localsDict(ctx, scope, name) ?? scope.variables.get('.globals')!, span);
}

/** The dict of locals, where the name means one of them. */
function localsDict(ctx: FunctionContext, scope: Scope, name: string): Variable | undefined {
  return ctx.frame === scope && !scope.declared.has(name) ? scope.variables.get('.locals') : undefined;
}

export function loadVariable(ctx: FunctionContext, variable: Variable, span: Span): ValueId {
  const { name } = variable;
  const typing = ctx.module.typingNames.get(variable);
  if (typing !== undefined) return lowerTypingName(ctx, typing, span);
  const harmless = ctx.module.harmless.get(variable);
  if (harmless === 'builtins') return emit(ctx, span, { kind: 'ImportModule', name: 'builtins' });
  if (harmless !== undefined) askForRealModule(ctx, harmless, span);
  if (isGlobal(variable)) return loadGlobal(ctx, name, span);
  if (isSsa(ctx, variable)) return loadSsa(ctx, variable, span);
  const own = ctx.cells.get(variable);
  const value = emit(ctx, span, { kind: 'LoadCell', cell: own ?? freeCell(ctx, variable, span) });
  if (variable.parameter && !variable.deleted) return value;
  return emit(ctx, span, { kind: 'CheckBound', value, name, scope: own === undefined ? 'free' : 'local' });
}

function freeCell(ctx: FunctionContext, variable: Variable, span: Span): ValueId {
  const index = ctx.frame.freeVariables.indexOf(variable);
  assert(index >= 0, `${ctx.fn.symbol}: no cell for ${variable.name}`);
  return emit(ctx, span, { kind: 'FreeCell', index });
}

/** The cell itself, to hand it to a nested function. */
export function cellOf(ctx: FunctionContext, variable: Variable, span: Span): ValueId {
  return ctx.cells.get(variable) ?? freeCell(ctx, variable, span);
}

function loadSsa(ctx: FunctionContext, variable: Variable, span: Span): ValueId {
  const value = readVariable(ctx, variable.key);
  if (isBound(ctx, value)) return value;
  if (variable.scope.kind === 'module' && ctx.module.program.known.builtins.has(variable.name)) {
    return orElse(ctx, value, span, () => emitBuiltin(ctx, span, variable.name));
  }
  const scope = variable.scope.kind === 'module' ? 'global' : 'local';
  const checked = emit(ctx, span, { kind: 'CheckBound', value, name: variable.name, scope });
  writeVariable(ctx, variable.key, checked);
  return checked;
}

/** Is the value certainly not the no-value? */
function isBound(ctx: FunctionContext, value: ValueId): boolean {
  const producer = ctx.producers.get(value);
  return producer !== undefined && producer.kind !== 'Unbound';
}

/** `value`, or where it is the no-value what `otherwise` makes. */
function orElse(ctx: FunctionContext, value: ValueId, span: Span, otherwise: () => ValueId): ValueId {
  if (ctx.producers.get(value)?.kind === 'Unbound') return otherwise();
  const condition = emit(ctx, span, { kind: 'IsBound', value });
  // Never raises: it tells inference that the variable is bound here.
  const bound = (): ValueId => emit(ctx, span, { kind: 'CheckBound', value, name: '', scope: 'local' });
  return eitherOf(ctx, condition, bound, otherwise);
}

function loadGlobal(ctx: FunctionContext, name: string, span: Span): ValueId {
  const builtin = ctx.module.program.known.builtins.has(name);
  return emitLoadGlobal(ctx, { module: ctx.module.parsed.name, name, builtin }, span);
}

/** A name that the class body binds: from the body so far, else as at module level. */
function loadClassName(ctx: FunctionContext, variable: Variable, span: Span): ValueId {
  const isOutside = variable.scope.frame !== ctx.frame;
  const value = isOutside ? emit(ctx, span, { kind: 'LoadCell', cell: freeCell(ctx, variable, span) }) : readVariable(ctx, variable.key);
  if (!isOutside && isBound(ctx, value)) return value;
  return orElse(ctx, value, span, () => loadBehindClass(ctx, variable, span));
}

function loadBehindClass(ctx: FunctionContext, variable: Variable, span: Span): ValueId {
  const outer = ctx.module.scopes.module.variables.get(variable.name);
  return outer === undefined ? loadBuiltinName(ctx, variable.name, span) : loadOuter(ctx, outer, span);
}

function loadOuter(ctx: FunctionContext, variable: Variable, span: Span): ValueId {
  if (variable.captured || ctx.frame.kind !== 'module') return loadGlobal(ctx, variable.name, span);
  return loadSsa(ctx, variable, span);
}

/** A name that no statement of the module binds; one that lives in a dict may have got it in other ways. */
function loadBuiltinName(ctx: FunctionContext, name: string, span: Span): ValueId {
  if (isHeld(ctx, ctx.module.parsed.name)) return loadHeldName(ctx, name, span);
  return loadKnownName(ctx, name, span);
}

function loadHeldName(ctx: FunctionContext, name: string, span: Span): ValueId {
  const isKnown = ctx.module.program.known.builtins.has(name) || cpythonBuiltins.has(name) || name === '__debug__';
  if (!isKnown) return emitLoadGlobal(ctx, { module: ctx.module.parsed.name, name, builtin: false }, span);
  const args = [namespaceOf(ctx, ctx.module.parsed.name, span), emitString(ctx, span, name), loadKnownName(ctx, name, span)];
  return emit(ctx, span, { kind: 'CallHelper', helper: 'namespace-get-or', args });
}

function loadKnownName(ctx: FunctionContext, name: string, span: Span): ValueId {
  const { known } = ctx.module.program;
  const attribute = moduleAttribute(ctx, name);
  if (attribute !== undefined) return emitConstant(ctx, span, attribute);
  if (name === '__debug__') return emitConstant(ctx, span, { type: 'bool', value: true });
  if (known.builtins.has(name)) return emitBuiltin(ctx, span, name);
  const alias = builtinAliases.get(name);
  if (alias !== undefined) return emitBuiltin(ctx, span, alias);
  if (exitNames.has(name) && known.modules.get('sys')?.has('exit') === true) {
    return emit(ctx, span, { kind: 'LoadModuleMember', module: 'sys', name: 'exit' });
  }
  const written = loadStandardBuiltin(ctx, name, span);
  if (written !== null) return written;
  if (cpythonBuiltins.has(name)) {
    unsupported(ctx.module, 'E906', span, `built-in '${name}'`);
    return emitNone(ctx, span);
  }
  if (moduleAttributes.has(name)) {
    unsupported(ctx.module, 'E909', span, `module attribute '${name}'`);
    return emitNone(ctx, span);
  }
  const star = starThatLacks(ctx, name);
  if (star !== null) return refuseMember(ctx, star, name, span);
  return emit(ctx, span, { kind: 'CheckBound', value: unboundValue(ctx), name, scope: 'global' });
}

/** A built-in function that is written in Python. */
export function loadStandardBuiltin(ctx: FunctionContext, name: string, span: Span): ValueId | null {
  const home = standardBuiltins.get(name);
  if (home === undefined || ctx.module.program.modules.get(home)?.scopes.module.variables.has(name) !== true) return null;
  emit(ctx, span, { kind: 'ImportModule', name: home });
  return emit(ctx, span, { kind: 'LoadGlobal', module: home, name, builtin: false, by: null });
}

/** `__name__` and its like, where the program doesn't bind them. */
export function moduleAttribute(
  ctx: FunctionContext,
  name: string,
): { type: 'str'; value: string } | { type: 'None' } | undefined {
  const { parsed } = ctx.module;
  if (name === '__name__') return { type: 'str', value: parsed.name };
  if (name === '__file__') return { type: 'str', value: parsed.source.name };
  if (name === '__package__') return packageOf(parsed);
  if (name !== '__doc__') return undefined;
  const { docstring } = ctx.module;
  return docstring === null ? { type: 'None' } : { type: 'str', value: docstring };
}

/** The package that relative imports start from; a script has none. */
function packageOf({ name, isPackage }: { readonly name: string; readonly isPackage: boolean }): { type: 'str'; value: string } | { type: 'None' } {
  if (name === '__main__') return { type: 'None' };
  return { type: 'str', value: isPackage ? name : name.split('.').slice(0, -1).join('.') };
}

export function storeName(ctx: FunctionContext, name: string, value: ValueId, span: Span): void {
  const mangled = mangle(ctx.scope, name);
  const variable = meaningOf(ctx, name);
  assert(variable !== null, `${ctx.fn.symbol}: ${mangled} is bound and has no variable`);
  if (isOwnOfClass(ctx.scope, variable)) {
    storeInNamespace(ctx, ctx.scope, mangled, value, span);
  }
  if (variable !== variable.scope.dictNames) return storeVariable(ctx, variable, value, span);
  emit(ctx, span, { kind: 'SetItem', object: dictToBind(ctx, variable.scope, mangled, span), index: emitString(ctx, span, mangled), value });
}

export function storeInNamespace(ctx: FunctionContext, scope: Scope, name: string, value: ValueId, span: Span): void {
  const object = ctx.namespaces.get(scope)!;
  const key = emitString(ctx, span, name);
  if (ctx.prepared.has(scope)) emit(ctx, span, { kind: 'SetItem', object, index: key, value });
  else emit(ctx, span, { kind: 'DictSet', container: object, key, value });
}

/** A name in the body of a class whose namespace is of a kind of its own: that decides what it means, whatever the body has bound. */
function loadPrepared(ctx: FunctionContext, name: string, span: Span, otherwise: () => ValueId): ValueId {
  const args = [ctx.namespaces.get(ctx.scope)!, emitString(ctx, span, name)];
  const found = emit(ctx, span, { kind: 'CallHelper', helper: 'mapping-find', args });
  const condition = emit(ctx, span, { kind: 'HasValue', value: found });
  return eitherOf(ctx, condition, () => found, otherwise);
}

export function eitherOf(ctx: FunctionContext, condition: ValueId, then: () => ValueId, otherwise: () => ValueId): ValueId {
  const temporary = newTemporary(ctx);
  const [present, absent, end] = [newBlock(ctx.fn), newBlock(ctx.fn), newBlock(ctx.fn)];
  terminate(ctx, { kind: 'Branch', condition, then: present.id, else: absent.id });
  enterBlock(ctx, present);
  writeVariable(ctx, temporary, then());
  jump(ctx, end);
  enterBlock(ctx, absent);
  writeVariable(ctx, temporary, otherwise());
  jump(ctx, end);
  enterBlock(ctx, end);
  return readVariable(ctx, temporary);
}

function isOwnOfClass(scope: Scope, variable: Variable): boolean {
  return scope.kind === 'class' && variable.scope === scope;
}

export function storeVariable(ctx: FunctionContext, variable: Variable, value: ValueId, span: Span): void {
  if (isGlobal(variable)) {
    emitStoreGlobal(ctx, { module: ctx.module.parsed.name, name: variable.name }, value, span);
  } else {
    const previous = isSsa(ctx, variable) ? heldValue(ctx, variable) : null;
    if (isSsa(ctx, variable)) writeVariable(ctx, variable.key, value);
    if (variable.captured) emit(ctx, span, { kind: 'StoreCell', cell: cellOf(ctx, variable, span), value });
    keep(ctx, previous, span);
  }
}

export function deleteName(ctx: FunctionContext, name: string, span: Span): void {
  const variable = meaningOf(ctx, name);
  assert(variable !== null, `${ctx.fn.symbol}: ${name} is deleted and has no variable`);
  if (variable === variable.scope.dictNames) {
    const args = [dictToBind(ctx, variable.scope, name, span), emitString(ctx, span, name)];
    emit(ctx, span, { kind: 'CallHelper', helper: 'namespace-delete', args });
    return;
  }
  if (isGlobal(variable)) {
    emitDeleteGlobal(ctx, { module: ctx.module.parsed.name, name: variable.name }, span);
    return;
  }
  const inClass = isOwnOfClass(ctx.scope, variable);
  if (isSsa(ctx, variable)) {
    const value = readVariable(ctx, variable.key);
    const isPrepared = inClass && ctx.prepared.has(ctx.scope);
    if (!isPrepared && !isBound(ctx, value)) {
      const scope = inClass || variable.scope.kind === 'module' ? 'global' : 'local';
      emit(ctx, span, { kind: 'CheckBound', value, name: variable.name, scope });
    }
    if (inClass) {
      const index = emitString(ctx, span, variable.name);
      const object = ctx.namespaces.get(ctx.scope)!;
      if (isPrepared) emit(ctx, span, { kind: 'CallHelper', helper: 'namespace-delete', args: [object, index] });
      else emit(ctx, span, { kind: 'DelItem', object, index });
    }
    unbindSsa(ctx, variable, span);
    return;
  }
  const cell = cellOf(ctx, variable, span);
  const value = emit(ctx, span, { kind: 'LoadCell', cell });
  emit(ctx, span, { kind: 'CheckBound', value, name: variable.name, scope: ctx.cells.has(variable) ? 'local' : 'free' });
  emit(ctx, span, { kind: 'StoreCell', cell, value: null });
}

export function unbindSsa(ctx: FunctionContext, variable: Variable, span: Span): void {
  const previous = heldValue(ctx, variable);
  writeVariable(ctx, variable.key, unboundValue(ctx));
  if (variable.captured) emit(ctx, span, { kind: 'StoreCell', cell: cellOf(ctx, variable, span), value: null });
  keep(ctx, previous, span);
}

/** Makes the cells of the variables that a scope owns and nested functions use. */
export function makeCells(ctx: FunctionContext, scope: Scope): void {
  const span = { start: scope.span.start, end: scope.span.start };
  for (const variable of scope.variables.values()) {
    if (!variable.captured || scope.kind === 'module') continue;
    const value = variable.parameter ? readVariable(ctx, variable.key) : null;
    ctx.cells.set(variable, emit(ctx, span, { kind: 'MakeCell', value }));
  }
}
