/** Which attributes the instances of a class get: those that its methods store through their first parameter. */
import type { Scope } from '../analysis/scopes.js';
import { mangle } from '../analysis/scopes.js';
import type { AsyncFunctionDef, ClassDef, Expression, FunctionDef, Statement } from '../syntax/ast.js';

export function instanceAttributes(node: ClassDef, scope: Scope): string[] {
  const names = new Set<string>();
  const defined = new Set<string>();
  for (const statement of node.body) {
    if (statement.kind !== 'FunctionDef' && statement.kind !== 'AsyncFunctionDef') continue;
    defined.add(mangle(scope, statement.name));
    const self = firstParameter(statement);
    if (self !== null) collectFromBody(statement.body, self, (name) => names.add(mangle(scope, name)));
  }
  // A name that is a method or property of the class is stored elsewhere, if at all.
  return [...names].filter((name) => !defined.has(name));
}

function firstParameter(node: FunctionDef | AsyncFunctionDef): string | null {
  const isPlain = node.decorator_list.every(
    (decorator) => decorator.kind !== 'Name' || (decorator.id !== 'staticmethod' && decorator.id !== 'classmethod'),
  );
  if (!isPlain || node.name === '__new__' || node.name === '__init_subclass__' || node.name === '__class_getitem__') return null;
  return (node.args.posonlyargs[0] ?? node.args.args[0])?.arg ?? null;
}

function collectFromBody(body: readonly Statement[], self: string, add: (name: string) => void): void {
  const work: Statement[] = [...body].reverse();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    for (const target of targetsOf(node)) collectFromTarget(target, self, add);
    work.push(...blocksOf(node).flat().reverse());
  }
}

function targetsOf(node: Statement): Expression[] {
  switch (node.kind) {
    case 'Assign':
      return [...node.targets];
    case 'AugAssign':
    case 'AnnAssign':
    case 'For':
    case 'AsyncFor':
      return node.kind === 'AnnAssign' && node.value === null ? [] : [node.target];
    case 'With':
    case 'AsyncWith':
      return node.items.flatMap((item) => (item.optional_vars === null ? [] : [item.optional_vars]));
    default:
      return [];
  }
}

function blocksOf(node: Statement): (readonly Statement[])[] {
  switch (node.kind) {
    case 'If':
    case 'While':
    case 'For':
    case 'AsyncFor':
      return [node.body, node.orelse];
    case 'With':
    case 'AsyncWith':
      return [node.body];
    case 'Try':
    case 'TryStar':
      return [node.body, ...node.handlers.map((handler) => handler.body), node.orelse, node.finalbody];
    case 'Match':
      return node.cases.map((branch) => branch.body);
    default:
      return [];
  }
}

function collectFromTarget(target: Expression, self: string, add: (name: string) => void): void {
  if (target.kind === 'Attribute' && target.value.kind === 'Name' && target.value.id === self) add(target.attr);
  else if (target.kind === 'Tuple' || target.kind === 'List') target.elts.forEach((item) => collectFromTarget(item, self, add));
  else if (target.kind === 'Starred') collectFromTarget(target.value, self, add);
}
