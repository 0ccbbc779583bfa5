/**
 * Which variable each name means: CPython's symbol table, as data.
 *
 * A *frame* is what becomes an IrFunction: the module, a function, a lambda, a generator expression. Class bodies, and list, set and dict
 * comprehensions (PEP 709), are scopes of their own inside their frame.
 */
import type { SourceFile, Span } from '../base/source.js';
import type { ClassDef, Import, ImportFrom, Module, Node } from '../syntax/ast.js';
import type { EmbeddedCode } from './embedded-code.js';
import type { NamespaceUse } from './namespace-uses.js';
import { collectScopes } from './scopes-collect.js';

export type ScopeKind = 'module' | 'function' | 'class' | 'comprehension' | 'type-parameters';

export interface Variable {
  readonly name: string;
  readonly scope: Scope;
  /** Unique among the variables of the frame. */
  readonly key: string;
  /** Used by a frame other than its own: lives in a cell (those of the module: a global). */
  captured: boolean;
  /** How many places bind it, a parameter's counted. */
  bindings: number;
  readonly parameter: boolean;
  /** Some place deletes it (an `except … as name` does too). */
  deleted: boolean;
  /** A frame other than its own binds or deletes it. */
  boundElsewhere: boolean;
}

export interface Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly parent: Scope | null;
  /** The function or module that it is part of; itself if it is one. */
  readonly frame: Scope;
  readonly span: Span;
  /** The class whose private names it mangles with. */
  readonly privateName: string | null;
  /** The variables that it owns. */
  readonly variables: Map<string, Variable>;
  readonly declared: Map<string, { readonly kind: 'global' | 'nonlocal'; readonly span: Span }>;
  /** Declared names that it binds or deletes; with `resolve` these count as bindings of the variable meant. */
  readonly outerBindings: { readonly name: string; readonly deletes: boolean }[];
  /** Every (mangled) name that occurs in it. */
  readonly names: Set<string>;
  /** Of each name: its variable, or null: a built-in or nothing. Complete after resolution. */
  readonly meaning: Map<string, Variable | null>;
  /** Frames: the variables of other functions that it or a frame inside it uses. */
  readonly freeVariables: Variable[];
  /** Type parameters, and values that are computed when asked for: what is directly in a class sees the names of its body. */
  readonly seesClass: boolean;
  isGenerator: boolean;
  /** Frames: a coroutine function, or with `isGenerator` an asynchronous generator. */
  isAsync: boolean;
  /** Code of `exec` or `eval`: what it binds are names of the module, its own, or keys of the dict that it was given. */
  embedded: 'global' | 'local' | 'dict' | null;
  /** Embedded code with a dict: what all names mean that live there. */
  dictNames: Variable | null;
  /** Classes: the cell that zero-argument `super()` and `__class__` of methods use. */
  classCell: Variable | null;
}

export interface ScopeOptions {
  /** What `from … import *` binds. */
  readonly starNames: (node: ImportFrom) => readonly string[];
  /** Something of the program reads `__annotations__`. */
  readonly readsAnnotations: boolean;
  /** Something of the program reads `__type_params__`, a bound or constraints. */
  readonly readsTypeParameters: boolean;
  /** Names that other modules set. */
  readonly assignedOutside?: Iterable<string>;
  /** Some module uses its dict as an object. */
  readonly hasDict?: boolean;
}

export interface Scopes {
  readonly module: Scope;
  /** By the node that opens the scope. */
  readonly byNode: ReadonlyMap<Node, Scope>;
  /** By the definition with type parameters. */
  readonly typeParameters: ReadonlyMap<Node, Scope>;
  /** Every import of the module, also inside functions. */
  readonly imports: readonly { readonly node: Import | ImportFrom; readonly scope: Scope }[];
  /** What each `from … import *` binds. */
  readonly starNames: ReadonlyMap<Node, readonly string[]>;
  readonly classes: readonly { readonly node: ClassDef; readonly scope: Scope }[];
  /** Names of attributes that the module stores to or deletes, other than through `self`. */
  readonly storedAttributes: ReadonlySet<string>;
  /** Names of all attributes that the module mentions. */
  readonly attributes: ReadonlySet<string>;
  /** It defines __init_subclass__ or __set_name__, or a class with a metaclass. */
  readonly definesClassHooks: boolean;
  /** `setattr` or `delattr` occurs. */
  readonly usesSetattr: boolean;
  readonly namespaceUse: NamespaceUse;
  /** The calls that run code of known texts; their scopes are in `byNode`. */
  readonly embedded: ReadonlyMap<Node, EmbeddedCode>;
  /** Generator expressions whose loops run in place: their scopes are of kind 'comprehension', their name is '<genexpr>'. */
  readonly consumed: ReadonlySet<Node>;
  /** `from __future__ import annotations` */
  readonly futureAnnotations: boolean;
  /** Annotations that are evaluated; the names in the others are not resolved. */
  readonly evaluatedAnnotations: ReadonlySet<Node>;
}

/** The tree is valid: every `nonlocal` has its binding (the syntax phase has seen to that). */
export function buildScopes(source: SourceFile, tree: Module, options: ScopeOptions = { starNames: () => [], readsAnnotations: false, readsTypeParameters: false }): Scopes {
  const { scopes, all } = collect(source, tree, options);
  // Embedded code sees of the functions around its own only what that one uses without it.
  for (const scope of [...all.filter((each) => !isEmbedded(each)), ...all.filter(isEmbedded)]) {
    for (const name of scope.names) resolve(scope, name);
    for (const { name, deletes } of scope.outerBindings) countBinding(scope, scope.meaning.get(name), deletes);
  }
  return scopes;
}

/** Code of `exec` or `eval` in a function, or part of it. */
function isEmbedded(scope: Scope): boolean {
  for (let outer: Scope | null = scope; outer !== null; outer = outer.parent) if (outer.embedded === 'local') return true;
  return false;
}

/** Collects again where a function that was taken for a built-in one turns out to be the program's own. */
function collect(source: SourceFile, tree: Module, options: ScopeOptions): ReturnType<typeof collectScopes> {
  const shadowed = new Set<string>();
  for (;;) {
    const collected = collectScopes(source, tree, options, shadowed);
    const { scopes, all, consumers } = collected;
    for (const name of options.assignedOutside ?? []) countBinding(scopes.module, boundAnywhere(scopes.module, name), true);
    for (const scope of all) {
      if (dictAround(scope) !== null) continue;
      for (const [name, { kind }] of scope.declared) if (kind === 'global') moduleVariable(moduleScope(scope), name);
    }
    const own = [...consumers].filter((name) => scopes.namespaceUse === 'held' || all.some((scope) => scope.kind !== 'class' && scope.variables.has(name)));
    if (own.length === 0) return collected;
    for (const name of own) shadowed.add(name);
  }
}

/** `__spam` inside class `Ham` is `_Ham__spam`. */
export function mangle(scope: Scope, name: string): string {
  const { privateName } = scope;
  if (privateName === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = privateName.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

export function moduleScope(scope: Scope): Scope {
  let top = scope;
  while (top.parent !== null) top = top.parent;
  return top;
}

/** The variable of the module, made if it has none of that name. */
export function moduleVariable(module: Scope, name: string): Variable {
  const known = module.variables.get(name);
  return known ?? ownVariable(module, name, false);
}

/** The variable of the module for a name that may be bound and deleted without the module's doing. */
export function boundAnywhere(module: Scope, name: string): Variable {
  const variable = moduleVariable(module, name);
  variable.bindings += 2;
  variable.boundElsewhere = true;
  variable.captured = true;
  return variable;
}

export function ownVariable(scope: Scope, name: string, parameter: boolean): Variable {
  let variable = scope.variables.get(name);
  if (variable === undefined) {
    const key = scope === scope.frame ? name : `${name}@${scope.kind}${scope.span.start}`;
    variable = { name, scope, key, captured: false, bindings: 0, parameter, deleted: false, boundElsewhere: false };
    scope.variables.set(name, variable);
  }
  return variable;
}

/** What a class body finds bound when it begins; `__doc__` only if it has a docstring. */
const boundByClass: ReadonlySet<string> = new Set(['__module__', '__qualname__', '__doc__']);

function resolve(scope: Scope, name: string): void {
  if (scope.meaning.has(name)) return;
  if (scope.kind === 'class' && boundByClass.has(name) && !scope.declared.has(name)) ownVariable(scope, name, false);
  const variable = find(scope, name);
  scope.meaning.set(name, variable);
  if (variable === null) return;
  const owner = variable.scope;
  // Until the class body binds it, the name is that of the module, whatever functions around it bind.
  const behind = owner.variables.get(name) === variable && owner.kind === 'class' ? moduleScope(scope).variables.get(name) : undefined;
  if (behind !== undefined) noteCapture(scope, behind);
  noteCapture(scope, variable === owner.dictNames ? owner.variables.get('.globals')! : variable);
}

function countBinding(scope: Scope, variable: Variable | null | undefined, deletes: boolean): void {
  if (!variable) return;
  variable.bindings++;
  variable.deleted ||= deletes;
  variable.boundElsewhere ||= variable.scope.frame !== scope.frame;
}

function find(scope: Scope, name: string): Variable | null {
  const declaration = scope.declared.get(name);
  if (declaration?.kind === 'global') return dictAround(scope)?.dictNames ?? moduleVariable(moduleScope(scope), name);
  const own = declaration === undefined ? scope.variables.get(name) : undefined;
  if (own !== undefined) return own;
  if (scope.dictNames !== null) return scope.dictNames;
  return outerVariable(scope, name) ?? moduleScope(scope).variables.get(name) ?? null;
}

/** The variable of an enclosing function that a name means when its own scope doesn't bind it; null: a module-level or built-in name. */
function outerVariable(scope: Scope, name: string): Variable | null {
  let { seesClass } = scope;
  let user = scope.embedded === 'local' ? scope.parent!.frame : null;
  for (let outer = scope.parent; outer !== null && outer.kind !== 'module'; outer = outer.parent) {
    if (outer.kind === 'class') {
      const own = seesClass ? outer.variables.get(name) : undefined;
      if (own !== undefined) return own;
      seesClass = false;
      if (name === '__class__') return (outer.classCell ??= classCellOf(outer));
      continue;
    }
    seesClass &&= outer.kind === 'type-parameters';
    const declaration = outer.declared.get(name);
    if (declaration?.kind === 'global') return dictAround(outer)?.dictNames ?? null;
    if (declaration !== undefined) continue;
    const variable = outer.variables.get(name);
    if (variable !== undefined) return user === null || outer.frame === user || user.freeVariables.includes(variable) ? variable : null;
    if (outer.embedded === 'local') user = outer.parent!.frame;
    if (outer.dictNames !== null) return outer.dictNames;
  }
  return null;
}

/** The embedded code with a dict of its own that a scope is part of. */
function dictAround(scope: Scope): Scope | null {
  for (let outer: Scope | null = scope; outer !== null; outer = outer.parent) if (outer.dictNames !== null) return outer;
  return null;
}

function classCellOf(scope: Scope): Variable {
  const key = `__class__@class${scope.span.start}`;
  return { name: '__class__', scope, key, captured: true, bindings: 1, parameter: false, deleted: false, boundElsewhere: true };
}

function noteCapture(scope: Scope, variable: Variable): void {
  const owner = variable.scope.frame;
  if (variable.scope.kind === 'type-parameters') variable.bindings++;
  if (scope.frame === owner) return;
  variable.captured = true;
  if (owner.kind === 'module' && variable.scope.kind === 'module') return;
  for (let frame = scope.frame; frame !== owner; frame = frame.parent!.frame) {
    if (!frame.freeVariables.includes(variable)) frame.freeVariables.push(variable);
  }
}
