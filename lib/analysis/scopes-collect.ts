/** The first walk of scopes.ts: opens the scopes and notes the names of each. Iterative, so that no program is too deep for it. */
import type { SourceFile, Span } from '../base/source.js';
import type {
  AnnAssign,
  Arguments,
  AsyncFunctionDef,
  Call,
  ClassDef,
  Comprehension,
  Expression,
  FunctionDef,
  Import,
  ImportFrom,
  Module,
  Node,
  Pattern,
  Statement,
  TypeParameter,
} from '../syntax/ast.js';
import { allNodes, forEachChild } from '../syntax/ast-walk.js';
import { doesMore } from './annotation-effects.js';
import { consumedGenerator } from './consumed-generators.js';
import { embeddedIn, withNamespaces, type EmbeddedCode } from './embedded-code.js';
import { knownTexts, type KnownTexts } from './known-texts.js';
import { isNamespaceCall, namespaceTarget, readParts, type NamespaceUse } from './namespace-uses.js';
import { boundAnywhere, mangle, moduleScope, ownVariable, type Scope, type ScopeKind, type Scopes, type ScopeOptions } from './scopes.js';

interface Walk {
  readonly all: Scope[];
  readonly byNode: Map<Node, Scope>;
  readonly typeParameters: Map<Node, Scope>;
  readonly imports: { node: Import | ImportFrom; scope: Scope }[];
  readonly starNames: Map<Node, readonly string[]>;
  readonly options: ScopeOptions;
  readonly futureAnnotations: boolean;
  readonly evaluatedAnnotations: Set<Node>;
  readonly classes: { node: ClassDef; scope: Scope }[];
  readonly storedAttributes: Set<string>;
  readonly attributes: Set<string>;
  definesClassHooks: boolean;
  usesSetattr: boolean;
  namespaceUse: NamespaceUse;
  /** Calls whose dict is looked into and forgotten. */
  readonly read: Set<Node>;
  readonly texts: KnownTexts;
  readonly embedded: Map<Node, EmbeddedCode>;
  readonly consumed: Set<Node>;
  /** Names of the functions that are thought to consume these. */
  readonly consumers: Set<string>;
  readonly shadowed: ReadonlySet<string>;
  readonly work: { node: Statement | Expression | Pattern; scope: Scope }[];
}

interface Collected {
  readonly scopes: Scopes;
  readonly all: readonly Scope[];
  readonly consumers: ReadonlySet<string>;
}

/** `shadowed`: names of built-in functions that may mean something else. */
export function collectScopes(source: SourceFile, tree: Module, options: ScopeOptions, shadowed: ReadonlySet<string>): Collected {
  const walk: Walk = {
    all: [],
    byNode: new Map(),
    typeParameters: new Map(),
    imports: [],
    starNames: new Map(),
    options,
    futureAnnotations: hasFutureAnnotations(tree),
    evaluatedAnnotations: new Set(),
    classes: [],
    storedAttributes: new Set(),
    attributes: new Set(),
    definesClassHooks: false,
    usesSetattr: false,
    namespaceUse: options.hasDict === true ? 'held' : 'none',
    read: new Set(),
    texts: knownTexts(tree),
    embedded: new Map(),
    consumed: new Set(),
    consumers: new Set(),
    shadowed,
    work: [],
  };
  const module = openScope(walk, tree, 'module', '<module>', null, { start: 0, end: source.text.length });
  visitAll(walk, tree.body, module);
  for (let item = walk.work.pop(); item !== undefined; item = walk.work.pop()) visit(walk, item.node, item.scope);
  return { scopes: { module, ...walk }, all: walk.all, consumers: walk.consumers };
}

function openScope(walk: Walk, node: Node, kind: ScopeKind, name: string, parent: Scope | null, span: Span): Scope {
  const isFrame = kind === 'module' || kind === 'function';
  const scope = {
    kind,
    name,
    parent,
    span,
    privateName: kind === 'class' ? name : (parent?.privateName ?? null),
    variables: new Map(),
    declared: new Map(),
    outerBindings: [],
    names: new Set<string>(),
    meaning: new Map(),
    freeVariables: [],
    seesClass: kind === 'type-parameters' || node.kind === 'TypeAlias' || node.kind === 'TypeVar',
    isGenerator: false,
    isAsync: false,
    embedded: null,
    dictNames: null,
    classCell: null,
  } as unknown as { -readonly [P in keyof Scope]: Scope[P] };
  scope.frame = isFrame ? scope : parent!.frame;
  (kind === 'type-parameters' ? walk.typeParameters : walk.byNode).set(node, scope);
  walk.all.push(scope);
  return scope;
}

function visitAll(walk: Walk, nodes: Iterable<Statement | Expression | Pattern | null>, scope: Scope): void {
  const first = walk.work.length;
  for (const node of nodes) if (node !== null) walk.work.push({ node, scope });
  // The stack gives the last one first; source order makes keys and free variables deterministic and readable.
  for (let a = first, b = walk.work.length - 1; a < b; a++, b--) {
    [walk.work[a], walk.work[b]] = [walk.work[b]!, walk.work[a]!];
  }
}

function use(scope: Scope, name: string): void {
  scope.names.add(mangle(scope, name));
}

/** `count` 0: only makes the name one of the scope's own. */
function bind(scope: Scope, name: string, deletes = false, count = 1): void {
  const mangled = mangle(scope, name);
  scope.names.add(mangled);
  if (scope.dictNames !== null) return;
  if (scope.embedded === 'global' && !scope.declared.has(mangled)) scope.declared.set(mangled, { kind: 'global', span: scope.span });
  if (scope.declared.has(mangled)) {
    scope.outerBindings.push({ name: mangled, deletes });
    return;
  }
  const variable = ownVariable(scope, mangled, false);
  variable.bindings += count;
  variable.deleted ||= deletes;
}

function declare(scope: Scope, names: readonly string[], kind: 'global' | 'nonlocal', span: Span): void {
  for (const name of names) {
    const mangled = mangle(scope, name);
    // At module level `global x` changes nothing.
    if (scope.kind === 'module') continue;
    scope.names.add(mangled);
    scope.declared.set(mangled, { kind, span });
    scope.variables.delete(mangled);
  }
}

/** A name that `globals()['name'] = …` binds is a variable of the module. */
function noteNamespaceUse(walk: Walk, node: Statement | Expression | Pattern, scope: Scope): void {
  for (const part of readParts(node)) walk.read.add(part);
  const target = namespaceTarget(node);
  if (target !== null) {
    const variable = boundAnywhere(moduleScope(scope), target);
    variable.deleted ||= node.kind === 'Subscript' && node.ctx === 'Del';
  }
  if (!isNamespaceCall(node, scope.frame.kind === 'module' && scope.kind !== 'class')) return;
  if (!walk.read.has(node) && !(node.func.kind === 'Name' && node.func.id === 'dir')) walk.namespaceUse = 'held';
  else if (walk.namespaceUse === 'none') walk.namespaceUse = 'read';
}

function visit(walk: Walk, node: Statement | Expression | Pattern, scope: Scope): void {
  noteNamespaceUse(walk, node, scope);
  if (node.kind === 'Call') {
    openEmbedded(walk, node, scope);
    noteConsumer(walk, node, scope);
  }
  switch (node.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef': {
      bind(scope, node.name);
      walk.definesClassHooks ||= node.name === '__init_subclass__' || node.name === '__set_name__';
      visitAll(walk, node.decorator_list, scope);
      const outer = openTypeParameters(walk, node, node.type_params, scope);
      visitDefaults(walk, node.args, scope);
      visitFunctionAnnotations(walk, node, outer);
      const inner = openFunction(walk, node, node.name, node.args, outer, node.span);
      inner.isAsync = node.kind === 'AsyncFunctionDef';
      visitAll(walk, node.body, inner);
      return;
    }
    case 'ClassDef': {
      bind(scope, node.name);
      walk.definesClassHooks ||= node.keywords.length > 0;
      walk.classes.push({ node, scope });
      visitAll(walk, node.decorator_list, scope);
      const outer = openTypeParameters(walk, node, node.type_params, scope);
      visitAll(walk, [...node.bases, ...node.keywords.map((keyword) => keyword.value)], outer);
      visitAll(walk, node.body, openScope(walk, node, 'class', node.name, outer, node.span));
      return;
    }
    case 'Lambda':
      visitDefaults(walk, node.args, scope);
      return visitAll(walk, [node.body], openFunction(walk, node, '<lambda>', node.args, scope, node.span));
    case 'Global':
    case 'Nonlocal':
      return declare(scope, node.names, node.kind === 'Global' ? 'global' : 'nonlocal', node.span);
    case 'Import':
      walk.imports.push({ node, scope });
      for (const alias of node.names) bind(scope, alias.asname ?? alias.name.split('.')[0]!);
      return;
    case 'ImportFrom':
      walk.imports.push({ node, scope });
      for (const alias of node.names) {
        if (alias.name !== '*') bind(scope, alias.asname ?? alias.name);
        else bindStar(walk, node, scope);
      }
      return;
    case 'TypeAlias': {
      bind(scope, node.name.id);
      const outer = openTypeParameters(walk, node, node.type_params, scope);
      return visitAll(walk, [node.value], openScope(walk, node, 'function', node.name.id, outer, node.span));
    }
    case 'AnnAssign':
      if (node.target.kind === 'Name') bind(scope, node.target.id, false, node.value === null ? 0 : 1);
      visitVariableAnnotation(walk, node, scope);
      return visitAll(walk, node.target.kind === 'Name' ? [node.value] : [node.value, node.target], scope);
    case 'Try':
    case 'TryStar':
      return visitTry(walk, node, scope);
    case 'Match':
      visitAll(walk, [node.subject], scope);
      for (const { pattern, guard, body } of node.cases) visitAll(walk, [pattern, guard, ...body], scope);
      return;
    case 'With':
    case 'AsyncWith':
      visitAll(walk, [...node.items.flatMap((item) => [item.context_expr, item.optional_vars]), ...node.body], scope);
      return;
    case 'Name':
      if (node.id === '__annotations__' && scope.kind === 'module') bind(scope, node.id);
      walk.usesSetattr ||= node.id === 'setattr' || node.id === 'delattr';
      if (node.ctx === 'Load') useName(scope, node.id);
      else if (node.ctx === 'Store') bind(scope, node.id);
      else bind(scope, node.id, true);
      return;
    case 'Attribute':
      walk.attributes.add(node.attr);
      if (node.attr === '__globals__') walk.namespaceUse = 'held';
      if (node.ctx !== 'Load' && !(node.value.kind === 'Name' && node.value.id === 'self')) walk.storedAttributes.add(node.attr);
      return visitAll(walk, [node.value], scope);
    case 'NamedExpr':
      bindWalrus(scope, node.target.id);
      use(scope, node.target.id);
      return visitAll(walk, [node.value], scope);
    case 'Await':
      scope.frame.isAsync = true;
      return visitAll(walk, [node.value], scope);
    case 'Yield':
    case 'YieldFrom':
      scope.frame.isGenerator = true;
      return visitAll(walk, [node.value], scope);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return visitComprehension(walk, node, [node.elt], node.generators, scope);
    case 'DictComp':
      return visitComprehension(walk, node, [node.key, node.value], node.generators, scope);
    case 'MatchAs':
    case 'MatchStar':
      if (node.name !== null) bind(scope, node.name);
      return visitAll(walk, node.kind === 'MatchAs' ? [node.pattern] : [], scope);
    case 'MatchMapping':
      if (node.rest !== null) bind(scope, node.rest);
      return visitAll(walk, [...node.keys, ...node.patterns], scope);
    default:
      return visitAll(walk, children(node), scope);
  }
}

function hasFutureAnnotations(tree: Module): boolean {
  return tree.body.some(
    (node) => node.kind === 'ImportFrom' && node.module === '__future__' && node.names.some(({ name }) => name === 'annotations'),
  );
}

function visitFunctionAnnotations(walk: Walk, node: FunctionDef | AsyncFunctionDef, scope: Scope): void {
  const { args, returns } = node;
  for (const arg of [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg]) {
    if (arg?.annotation) visitAnnotation(walk, arg.annotation, scope);
  }
  if (returns !== null) visitAnnotation(walk, returns, scope);
}

/** Inside functions they are never evaluated. */
function visitVariableAnnotation(walk: Walk, node: AnnAssign, scope: Scope): void {
  if (scope.kind !== 'module' && scope.kind !== 'class') return;
  visitAnnotation(walk, node.annotation, scope);
  if (node.simple && walk.options.readsAnnotations) bind(scope, '__annotations__', false, 2);
}

function visitAnnotation(walk: Walk, node: Expression, scope: Scope): void {
  if (walk.futureAnnotations || !(walk.options.readsAnnotations || doesMore(node, scope))) return;
  walk.evaluatedAnnotations.add(node);
  visitAll(walk, [node], scope);
}

function openEmbedded(walk: Walk, node: Call, scope: Scope): void {
  const found = embeddedIn(node, walk.texts);
  if (found === null || (scope.kind === 'class' && found.namespaces.length === 0 && found.mode === 'exec')) return;
  const code = scope.kind === 'class' && !found.isGlobal ? withNamespaces(found, node) : found;
  walk.embedded.set(node, code);
  if (code.problem !== null || code.body.length === 0) return;
  const inner = openScope(walk, node, 'function', '<module>', scope, { start: 0, end: code.source.text.length });
  const isTopLevel = scope.frame.kind === 'module' && scope.kind !== 'class';
  // They are among the call's arguments, or stand for one that is None.
  for (const namespace of code.namespaces) if (namespace.span === node.span) visitAll(walk, [namespace], scope);
  inner.embedded = code.namespaces.length > 0 ? 'dict' : isTopLevel || code.isGlobal ? 'global' : 'local';
  if (inner.embedded === 'dict') {
    for (const name of ['.globals', '.locals'].slice(0, code.namespaces.length)) ownVariable(inner, name, true).bindings++;
    const base = { name: '<names>', key: '<names>', captured: true, bindings: 2, parameter: false, deleted: true };
    inner.dictNames = { ...base, scope: inner, boundElsewhere: true };
  }
  // What any function of a module calls global is that for the module's own statements too.
  for (const nested of allNodes(code.body)) if (nested.kind === 'Global') declare(inner, nested.names, 'global', nested.span);
  visitAll(walk, code.body, inner);
}

/** Names in class bodies and in embedded code have meanings of their own: generators there stay what they are. */
function noteConsumer(walk: Walk, node: Call, scope: Scope): void {
  let around = scope;
  while (around.kind === 'comprehension') around = around.parent!;
  if ((around.kind !== 'function' && around.kind !== 'module') || around.embedded !== null) return;
  const generator = consumedGenerator(node);
  if (generator === null || (node.func.kind === 'Name' && walk.shadowed.has(node.func.id))) return;
  walk.consumed.add(generator);
  if (node.func.kind === 'Name') walk.consumers.add(node.func.id);
}

function bindStar(walk: Walk, node: ImportFrom, scope: Scope): void {
  const names = walk.options.starNames(node);
  walk.starNames.set(node, names);
  for (const name of names) bind(scope, name);
}

type Plain = Exclude<
  Statement | Expression | Pattern,
  {
    kind:
      | 'FunctionDef'
      | 'AsyncFunctionDef'
      | 'ClassDef'
      | 'Lambda'
      | 'Global'
      | 'Nonlocal'
      | 'Import'
      | 'ImportFrom'
      | 'TypeAlias'
      | 'AnnAssign'
      | 'Attribute'
      | 'Try'
      | 'TryStar'
      | 'Match'
      | 'With'
      | 'AsyncWith'
      | 'Name'
      | 'NamedExpr'
      | 'Await'
      | 'Yield'
      | 'YieldFrom'
      | 'ListComp'
      | 'SetComp'
      | 'GeneratorExp'
      | 'DictComp'
      | 'MatchAs'
      | 'MatchStar'
      | 'MatchMapping';
  }
>;

/** The parts of a node that open no scope and bind no name themselves. */
function children(node: Plain): (Statement | Expression | Pattern | null)[] {
  switch (node.kind) {
    case 'Return':
    case 'Expr':
    case 'Starred':
    case 'MatchValue':
      return [node.value];
    case 'FormattedValue':
      return [node.value, node.format_spec];
    case 'Delete':
      return [...node.targets];
    case 'Assign':
      return [node.value, ...node.targets];
    case 'AugAssign':
      return [node.target, node.value];
    case 'For':
    case 'AsyncFor':
      return [node.iter, node.target, ...node.body, ...node.orelse];
    case 'While':
    case 'If':
      return [node.test, ...node.body, ...node.orelse];
    case 'Raise':
      return [node.exc, node.cause];
    case 'Assert':
      return [node.test, node.msg];
    case 'BoolOp':
    case 'JoinedStr':
      return [...node.values];
    case 'BinOp':
      return [node.left, node.right];
    case 'UnaryOp':
      return [node.operand];
    case 'IfExp':
      return [node.test, node.body, node.orelse];
    case 'Dict':
      return node.keys.flatMap((key, i) => [key, node.values[i]!]);
    case 'Set':
    case 'List':
    case 'Tuple':
      return [...node.elts];
    case 'Compare':
      return [node.left, ...node.comparators];
    case 'Call':
      return [node.func, ...node.args, ...node.keywords.map((keyword) => keyword.value)];
    case 'Subscript':
      return [node.value, node.slice];
    case 'Slice':
      return [node.lower, node.upper, node.step];
    case 'MatchSequence':
    case 'MatchOr':
      return [...node.patterns];
    case 'MatchClass':
      return [node.cls, ...node.patterns, ...node.kwd_patterns];
    case 'Pass':
    case 'Break':
    case 'Continue':
    case 'Constant':
    case 'MatchSingleton':
      return [];
  }
}

/** `super` in a function inside a class also means `__class__`. */
function useName(scope: Scope, name: string): void {
  use(scope, name);
  if (name === 'super' && scope.frame.kind === 'function') scope.names.add('__class__');
}

function openFunction(walk: Walk, node: Node, name: string, args: Arguments, parent: Scope, span: Span): Scope {
  const scope = openScope(walk, node, 'function', name, parent, span);
  const parameters = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
  for (const parameter of [...parameters, args.vararg, args.kwarg]) {
    if (parameter === null) continue;
    const mangled = mangle(scope, parameter.arg);
    scope.names.add(mangled);
    ownVariable(scope, mangled, true).bindings++;
  }
  return scope;
}

function visitDefaults(walk: Walk, args: Arguments, scope: Scope): void {
  visitAll(walk, [...args.defaults, ...args.kw_defaults], scope);
}

function openTypeParameters(walk: Walk, node: Node, parameters: readonly TypeParameter[], scope: Scope): Scope {
  if (parameters.length === 0) return scope;
  const inner = openScope(walk, node, 'type-parameters', scope.name, scope, parameters[0]!.span);
  for (const parameter of parameters) {
    bind(inner, parameter.name, false, 0);
    const bound = parameter.kind === 'TypeVar' ? parameter.bound : null;
    if (bound !== null && walk.options.readsTypeParameters)
      visitAll(walk, [bound], openScope(walk, parameter, 'function', parameter.name, inner, bound.span));
  }
  return inner;
}

function visitTry(walk: Walk, node: Extract<Statement, { kind: 'Try' | 'TryStar' }>, scope: Scope): void {
  visitAll(walk, [...node.body, ...node.orelse, ...node.finalbody], scope);
  for (const handler of node.handlers) {
    if (handler.name !== null) bind(scope, handler.name, true);
    visitAll(walk, [handler.type, ...handler.body], scope);
  }
}

/** The first iterable belongs to the scope outside. Generator expressions get it as their parameter. */
function visitComprehension(
  walk: Walk,
  node: Extract<Expression, { kind: 'ListComp' | 'SetComp' | 'GeneratorExp' | 'DictComp' }>,
  results: readonly Expression[],
  generators: readonly Comprehension[],
  scope: Scope,
): void {
  const isFunction = node.kind === 'GeneratorExp' && !walk.consumed.has(node);
  const inner = openScope(
    walk,
    node,
    isFunction ? 'function' : 'comprehension',
    node.kind === 'GeneratorExp' ? '<genexpr>' : scope.name,
    scope,
    node.span,
  );
  if (isFunction) {
    inner.isGenerator = true;
    ownVariable(inner, '.0', true).bindings++;
  }
  if (generators.some((generator) => generator.is_async)) inner.frame.isAsync = true;
  visitAll(walk, [generators[0]!.iter], scope);
  generators.forEach((generator, i) => {
    visitAll(walk, [generator.target, i === 0 ? null : generator.iter, ...generator.ifs], inner);
  });
  visitAll(walk, results, inner);
}

function bindWalrus(scope: Scope, name: string): void {
  const target = walrusScope(scope);
  bind(target, name);
  const variable = target.variables.get(mangle(target, name));
  if (variable !== undefined) variable.boundElsewhere ||= target.frame !== scope.frame;
}

/** `:=` in a comprehension binds outside it. */
function walrusScope(scope: Scope): Scope {
  let target = scope;
  while (target.kind === 'comprehension' || (target.kind === 'function' && target.name === '<genexpr>')) target = target.parent!;
  return target;
}
