/** What can be assigned to or deleted, in CPython's words. */
import type { Assign, Expression } from '../ast.js';
import { describe } from '../nodes/describe.js';
import { reject, type Context } from './context.js';

/** The first part of a target that can't be one (`_PyPegen_get_invalid_target`). */
export function invalidTarget(target: Expression, isDelete: boolean): Expression | null {
  switch (target.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return null;
    case 'Starred':
      return isDelete ? target : invalidTarget(target.value, false);
    case 'List':
    case 'Tuple':
      for (const element of target.elts) {
        const found = invalidTarget(element, isDelete);
        if (found !== null) return found;
      }
      return null;
    default:
      return target;
  }
}

/** A target of `for`, `with` or a comprehension. False if it was rejected. */
export function checkTarget(c: Context, target: Expression): boolean {
  const invalid = invalidTarget(target, false);
  if (invalid !== null) {
    reject(c, 'E114', `cannot assign to ${describe(invalid)}`, invalid.span);
    return false;
  }
  if (target.kind === 'Starred') {
    reject(c, 'E120', 'starred assignment target must be in a list or tuple', target.span);
    return false;
  }
  return checkStars(c, target);
}

function checkStars(c: Context, target: Expression): boolean {
  if (target.kind === 'Starred') return checkStars(c, target.value);
  if (target.kind !== 'List' && target.kind !== 'Tuple') return true;
  if (target.elts.filter(({ kind }) => kind === 'Starred').length > 1) {
    reject(c, 'E120', 'multiple starred expressions in assignment', target.span);
    return false;
  }
  return target.elts.every((element) => checkStars(c, element));
}

export function checkAssign(c: Context, node: Assign): boolean {
  const [first] = node.targets as [Expression];
  if (node.targets.length === 1 && rejectComparison(c, first, node.value)) return false;
  return node.targets.every((target) => checkTarget(c, target));
}

/** `f() = 1` and `a, f() = 1` look like a comparison with one `=` too few. */
function rejectComparison(c: Context, target: Expression, value: Expression): boolean {
  if (!beginsWithBitwise(value)) return false;
  const isOpenTuple = target.kind === 'Tuple' && target.elts[0]?.span.start === target.span.start;
  const invalid = isOpenTuple ? target.elts.at(-1)! : target;
  if (isOpenTuple && invalidTarget(target, false) !== null && invalid.kind === 'Name') {
    const message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    reject(c, 'E113', message, { start: invalid.span.start, end: leftmost(value).span.end });
    return true;
  }
  if (!looksCompared(invalid)) return false;
  reject(c, 'E114', `cannot assign to ${describe(invalid)} here. Maybe you meant '==' instead of '='?`, invalid.span);
  return true;
}

const cantBeCompared: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  ...(['Name', 'Attribute', 'Subscript', 'List', 'Tuple', 'Starred', 'GeneratorExp', 'BoolOp', 'Compare'] as const),
  ...(['IfExp', 'Lambda'] as const),
]);

function looksCompared(node: Expression): boolean {
  if (node.kind === 'Constant') return node.value.type !== 'None' && node.value.type !== 'bool';
  if (node.kind === 'UnaryOp') return node.op !== 'Not';
  return !cantBeCompared.has(node.kind);
}

function beginsWithBitwise(value: Expression): boolean {
  const first = leftmost(value);
  const isNot = first.kind === 'UnaryOp' && first.op === 'Not';
  const isOther = first.kind === 'Lambda' || first.kind === 'Starred' || first.kind === 'Yield' || first.kind === 'YieldFrom';
  return !isNot && !isOther;
}

function leftmost(node: Expression): Expression {
  for (let first = node; ;) {
    if (first.kind === 'BoolOp') first = first.values[0]!;
    else if (first.kind === 'Compare') first = first.left;
    else if (first.kind === 'IfExp') first = first.body;
    else if (first.kind === 'Tuple' && first.elts[0]?.span.start === first.span.start) first = first.elts[0];
    else return first;
  }
}

export function checkDelete(c: Context, targets: readonly Expression[]): boolean {
  for (const target of targets) {
    const invalid = invalidTarget(target, true);
    if (invalid === null) continue;
    reject(c, 'E115', `cannot delete ${describe(invalid)}`, invalid.span);
    return false;
  }
  return true;
}
