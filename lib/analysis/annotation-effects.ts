/** Which annotations must be evaluated though the program never reads them: those that may do more than give a type. */
import { builtinNames } from '../builtins/symbols.js';
import type { BinOp, Expression, Node } from '../syntax/ast.js';
import { forEachChild } from '../syntax/ast-walk.js';
import { mangle, type Scope, type Variable } from './scopes.js';

const genericBuiltins: ReadonlySet<string> = new Set(['list', 'dict', 'tuple', 'set', 'frozenset', 'type']);

/** To be asked while the names of the module are being collected, in the order of the text. */
export function doesMore(node: Node, scope: Scope): boolean {
  switch (node.kind) {
    case 'Constant':
      return false;
    case 'Name':
      return isUnboundSoFar(mangle(scope, node.id), scope);
    case 'Attribute':
      return isBuiltin(node.value) || doesMore(node.value, scope);
    case 'Subscript':
      if (isBuiltin(node.value) && !genericBuiltins.has(node.value.id)) return true;
      break;
    case 'BinOp':
      if (joinsConstant(node)) return true;
      break;
    case 'Tuple':
    case 'List':
    case 'Starred':
    case 'UnaryOp':
      break;
    default:
      return true;
  }
  let more = false;
  forEachChild(node, (child) => void (more ||= doesMore(child, scope)));
  return more;
}

function isBuiltin(node: Expression): node is Extract<Expression, { kind: 'Name' }> {
  return node.kind === 'Name' && builtinNames.has(node.id);
}

/** `'C' | None` is a TypeError. */
function joinsConstant({ left, right }: BinOp): boolean {
  return [left, right].some((operand) => operand.kind === 'Constant' && operand.value.type !== 'None');
}

/** Code outside of functions runs in the order of the text: what nothing above binds is hardly ever there. */
function isUnboundSoFar(name: string, scope: Scope): boolean {
  if (scope.frame.kind !== 'module' || builtinNames.has(name)) return false;
  const unfinished = new Set<Variable>();
  for (let outer: Scope | null = scope; outer !== null; outer = outer.parent) {
    const variable = outer.variables.get(name);
    if (variable !== undefined) return unfinished.has(variable) && variable.bindings === 1;
    const around = outer.parent?.kind === 'type-parameters' ? outer.parent.parent : outer.parent;
    const made = outer.kind === 'class' ? around?.variables.get(outer.name) : undefined;
    if (made !== undefined) unfinished.add(made);
  }
  return true;
}
