/**
 * In which order a module binds its names, and what may have read them before.
 *
 * The top-level statements are gone through in order. One that may run functions of the program is taken to run whatever it can reach by
 * name: functions and classes that it names, methods of the names it uses as attributes, special methods, and functions that are used as values.
 * All names that such code reads are noted; what is bound afterwards and was read before is not bound early.
 */
import type { Scope, Variable } from '../analysis/scopes.js';
import type { AsyncFunctionDef, ClassDef, Expression, FunctionDef, Node, Statement } from '../syntax/ast.js';
import { forEachChild } from '../syntax/ast-walk.js';
import type { ModuleContext } from './context.js';

/** Some code that runs as a whole: a function with all that is nested in it, or a top-level statement. */
interface Unit {
  /** The top-level statement that makes it. */
  readonly created: number;
  /** Module-level names that it reads. */
  readonly names: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

interface Order {
  readonly module: ModuleContext;
  readonly statements: readonly Statement[];
  /** What running something by its name, or an attribute of that name, may run. */
  readonly byName: Map<string, Unit[]>;
  readonly byAttribute: Map<string, Unit[]>;
  /** What any operation may run. */
  readonly implicit: Unit[];
  readonly escaping: Set<string>;
  readonly hasFinalizers: boolean;
}

export interface EarlyNames {
  /** Names bound by exactly one top-level statement. */
  readonly single: ReadonlyMap<string, Statement>;
  readonly early: ReadonlySet<string>;
}

/** `foreignAttributes`: names that other modules use as attributes. */
export function orderOfBindings(module: ModuleContext, foreignAttributes: ReadonlySet<string>): EarlyNames {
  const statements = topLevel(module, module.parsed.tree.body);
  const order: Order = {
    module,
    statements,
    byName: new Map(),
    byAttribute: new Map(),
    implicit: [],
    escaping: new Set(),
    hasFinalizers: foreignAttributes.has('__del__'),
  };
  const units = statements.map((statement, index) => collectStatement(order, statement, index));
  for (const name of order.escaping) order.implicit.push(...(order.byName.get(name) ?? []));
  for (const [name, methods] of order.byAttribute) {
    if (/^__.*__$/.test(name) || foreignAttributes.has(name)) order.implicit.push(...methods);
  }
  return runInOrder(order, units);
}

/** The statements that run exactly once, in order: a decided `if __name__ == '__main__'` is opened. */
function topLevel(module: ModuleContext, body: readonly Statement[]): Statement[] {
  return body.flatMap((statement): Statement[] => {
    if (statement.kind !== 'If' || module.scopes.module.variables.has('__name__')) return [statement];
    const { test } = statement;
    const isMain =
      test.kind === 'Compare' &&
      test.left.kind === 'Name' &&
      test.left.id === '__name__' &&
      test.ops.length === 1 &&
      test.ops[0] === 'Eq';
    const right = isMain ? test.comparators[0]! : null;
    if (right?.kind !== 'Constant' || right.value.type !== 'str') return [statement];
    return topLevel(module, right.value.value === module.parsed.name ? statement.body : statement.orelse);
  });
}

function runInOrder(order: Order, units: readonly Unit[]): EarlyNames {
  const read = new Set<string>();
  const done = new Set<Unit>();
  const waiting: Unit[] = [...order.implicit];
  const run = (unit: Unit): void => {
    done.add(unit);
    for (const name of unit.names) {
      read.add(name);
      waiting.push(...(order.byName.get(name) ?? []));
    }
    for (const name of unit.attributes) waiting.push(...(order.byAttribute.get(name) ?? []), ...(order.byName.get(name) ?? []));
  };
  const single = new Map<string, Statement>();
  const early = new Set<string>();
  order.statements.forEach((statement, index) => {
    for (const name of units[index]!.names) read.add(name);
    if (order.hasFinalizers || mayRunProgram(order.module, statement)) {
      run(units[index]!);
      runWaiting(waiting, done, index, run);
    }
    for (const name of boundBy(statement, order.module)) {
      single.set(name, statement);
      if (!read.has(name)) early.add(name);
    }
  });
  return { single, early };
}

/** Runs what waits and exists by now. */
function runWaiting(waiting: Unit[], done: Set<Unit>, index: number, run: (unit: Unit) => void): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const unit of waiting.splice(0)) {
      if (done.has(unit)) continue;
      if (unit.created > index) {
        waiting.push(unit);
        continue;
      }
      run(unit);
      changed = true;
    }
  }
}

function collectStatement(order: Order, statement: Statement, index: number): Unit {
  const parts: Node[] = [];
  if (isFunction(statement)) collectFunction(order, statement, index, parts);
  else if (statement.kind === 'ClassDef') collectClass(order, statement, index, parts);
  else parts.push(statement);
  const { unit, hasLambda } = collectUnit(order, parts, order.module.scopes.module, index);
  for (const name of boundBy(statement, order.module)) {
    if (!isFunction(statement) && statement.kind !== 'ClassDef') addTo(order.byName, name, unit);
  }
  if (hasLambda) order.implicit.push(unit);
  return unit;
}

/** The body is a unit of its own; decorators and defaults belong to the statement. */
/** Decorators and defaults run where it stands, its body later. */
function isFunction(node: Statement): node is FunctionDef | AsyncFunctionDef {
  return node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef';
}

function collectFunction(order: Order, node: FunctionDef | AsyncFunctionDef, index: number, parts: Node[]): Unit {
  parts.push(...node.decorator_list, ...node.args.defaults, ...node.args.kw_defaults.filter((value) => value !== null));
  parts.push(...evaluatedAnnotations(order.module, node));
  const { unit } = collectUnit(order, node.body, order.module.scopes.byNode.get(node)!, index);
  if (order.module.scopes.byNode.get(node)!.parent!.kind === 'module') addTo(order.byName, node.name, unit);
  if (node.decorator_list.length > 0) order.escaping.add(node.name);
  return unit;
}

function collectClass(order: Order, node: ClassDef, index: number, parts: Node[]): void {
  parts.push(...node.decorator_list, ...node.bases, ...node.keywords);
  const bases = collectUnit(order, node.bases, order.module.scopes.module, index).unit;
  addTo(order.byName, node.name, bases);
  for (const statement of node.body) {
    if (!isFunction(statement)) {
      parts.push(statement);
      continue;
    }
    const unit = collectFunction(order, statement, index, parts);
    addTo(order.byAttribute, statement.name, unit);
    if (/^__.*__$/.test(statement.name)) addTo(order.byName, node.name, unit);
    if (statement.decorator_list.length > 0) order.implicit.push(unit);
  }
}

function evaluatedAnnotations(module: ModuleContext, { args, returns }: FunctionDef | AsyncFunctionDef): Expression[] {
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg].map((arg) => arg?.annotation ?? null);
  return [...all, returns].filter((node) => node !== null && module.scopes.evaluatedAnnotations.has(node)) as Expression[];
}

function addTo(map: Map<string, Unit[]>, name: string, unit: Unit): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [unit]);
  else list.push(unit);
}

function collectUnit(order: Order, roots: readonly Node[], scope: Scope, created: number): { unit: Unit; hasLambda: boolean } {
  const names = new Set<string>();
  const attributes = new Set<string>();
  let hasLambda = false;
  const work: { node: Node; scope: Scope; called: boolean }[] = roots.map((node) => ({ node, scope, called: false }));
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const { node } = item;
    const inner = order.module.scopes.byNode.get(node) ?? item.scope;
    if (node.kind === 'Name' && node.ctx === 'Load') {
      const variable = meaningIn(item.scope, node.id);
      if (variable?.scope.kind === 'class') names.add(variable.name);
      if (variable?.scope.kind === 'module') {
        names.add(variable.name);
        if (!item.called) order.escaping.add(variable.name);
      }
    }
    for (const statement of order.module.scopes.embedded.get(node)?.body ?? []) work.push({ node: statement, scope: inner, called: false });
    if (node.kind === 'AugAssign' && node.target.kind === 'Name') names.add(node.target.id);
    if (node.kind === 'Attribute') attributes.add(node.attr);
    if (node.kind === 'Lambda' || node.kind === 'GeneratorExp') hasLambda = true;
    forEachChild(node, (child) => {
      if (isAnnotation(node, child) && !order.module.scopes.evaluatedAnnotations.has(child)) return;
      work.push({ node: child, scope: inner, called: node.kind === 'Call' && child === node.func });
    });
  }
  return { unit: { created, names, attributes }, hasLambda };
}

/** Looks outwards too: decorators and first iterables are walked with the scope of what they stand at. */
function meaningIn(scope: Scope, name: string): Variable | null {
  for (let outer: Scope | null = scope; outer !== null; outer = outer.parent) {
    const variable = outer.meaning.get(name);
    if (variable !== undefined) return variable;
  }
  return null;
}

function isAnnotation(node: Node, child: Node): boolean {
  if (node.kind === 'arg' || node.kind === 'AnnAssign') return child === node.annotation;
  return (node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef') && child === node.returns;
}

/** The names that a top-level statement certainly binds, and only binds. */
function boundBy(statement: Statement, module: ModuleContext): string[] {
  switch (statement.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      return [statement.name];
    case 'Assign':
      return statement.targets.flatMap(namesOf);
    case 'AnnAssign':
      return statement.value === null ? [] : namesOf(statement.target);
    case 'Import':
      return statement.names.map((alias) => alias.asname ?? alias.name.split('.')[0]!);
    case 'ImportFrom':
      return statement.names.flatMap((alias) =>
        alias.name === '*' ? (module.scopes.starNames.get(statement) ?? []) : [alias.asname ?? alias.name],
      );
    default:
      return [];
  }
}

function namesOf(target: Expression): string[] {
  if (target.kind === 'Name') return [target.id];
  if (target.kind === 'Starred') return namesOf(target.value);
  return target.kind === 'Tuple' || target.kind === 'List' ? target.elts.flatMap(namesOf) : [];
}

/** May the statement itself run a function of the program? (Imports can't: a module in a cycle of imports binds nothing early anyway.) */
function mayRunProgram(module: ModuleContext, statement: Statement): boolean {
  switch (statement.kind) {
    case 'Import':
    case 'ImportFrom':
    case 'Pass':
    case 'Global':
      return false;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return !isInertFunction(module, statement);
    case 'ClassDef':
      return !isInertClass(module, statement);
    case 'Expr':
      return !isInert(module, statement.value);
    case 'Assign':
      return !isInert(module, statement.value) || !statement.targets.every((target) => target.kind === 'Name');
    case 'AnnAssign':
      if (module.scopes.evaluatedAnnotations.has(statement.annotation) && !isInert(module, statement.annotation)) return true;
      return !(statement.value === null || isInert(module, statement.value)) || statement.target.kind !== 'Name';
    default:
      return true;
  }
}

function isInertClass(module: ModuleContext, node: ClassDef): boolean {
  if (node.keywords.length > 0 || node.decorator_list.length > 0 || module.program.hasClassHooks) return false;
  const parts = [...node.bases];
  return (
    parts.every((part) => isInert(module, part)) &&
    node.body.every((statement) => {
      return isFunction(statement) ? isInertFunction(module, statement) : !mayRunProgram(module, statement);
    })
  );
}

/** A decorator is called as well. */
function isInertFunction(module: ModuleContext, node: FunctionDef | AsyncFunctionDef): boolean {
  const { defaults, kw_defaults } = node.args;
  const evaluated = [...defaults, ...kw_defaults, ...evaluatedAnnotations(module, node), ...node.decorator_list];
  return evaluated.every((part) => part === null || isInert(module, part)) && node.decorator_list.every((decorator) => isBuiltin(module, decorator));
}

function isBuiltin(module: ModuleContext, node: Expression): boolean {
  if (node.kind === 'Attribute') return true;
  return node.kind === 'Name' && !module.scopes.module.variables.has(node.id);
}

/** Evaluating it runs no code of the program. */
function isInert(module: ModuleContext, node: Expression): boolean {
  const all = (parts: readonly (Expression | null)[]): boolean => parts.every((part) => part === null || isInert(module, part));
  switch (node.kind) {
    case 'Constant':
    case 'Name':
      return true;
    case 'Tuple':
    case 'List':
      return all(node.elts);
    case 'Dict':
      return node.keys.every((key) => key?.kind === 'Constant') && all(node.values);
    case 'Lambda':
      return all([...node.args.defaults, ...node.args.kw_defaults]);
    case 'UnaryOp':
      return isNumber(node.operand);
    case 'BinOp':
      return isNumber(node);
    case 'Attribute':
      return node.value.kind === 'Name' && isBuiltinModule(module, node.value.id);
    default:
      return false;
  }
}

function isNumber(node: Expression): boolean {
  if (node.kind === 'BinOp') return isNumber(node.left) && isNumber(node.right);
  return node.kind === 'UnaryOp' ? isNumber(node.operand) : node.kind === 'Constant';
}

/** Is the name bound by one import only? */
function isBuiltinModule(module: ModuleContext, name: string): boolean {
  return module.scopes.imports.some(({ node, scope }) => {
    if (node.kind !== 'Import' || scope.kind !== 'module' || scope.variables.get(name)?.bindings !== 1) return false;
    return node.names.some((alias) => (alias.asname ?? alias.name) === name);
  });
}
