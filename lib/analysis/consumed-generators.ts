/**
 * Generator expressions that a built-in function takes all items of at once: `sum(x * x for x in xs)`. Nobody can hold the generator, so its loops run
 * in place, as those of a list comprehension do.
 */
import type { Call, Expression, GeneratorExp, Node } from '../syntax/ast.js';
import { forEachChild } from '../syntax/ast-walk.js';

const consumers: ReadonlySet<string> = new Set(['sum', 'any', 'all', 'min', 'max', 'list', 'tuple', 'set', 'sorted']);

/** The generator that the call consumes, if its function is the built-in one of that name (a method: of str). */
export function consumedGenerator(node: Call): GeneratorExp | null {
  const [first, ...more] = node.args;
  if (first?.kind !== 'GeneratorExp' || !isConsumer(node, more)) return null;
  return runsAnywhere(first) ? first : null;
}

function isConsumer({ func, keywords }: Call, more: readonly Expression[]): boolean {
  if (func.kind === 'Attribute')
    return func.attr === 'join' && func.value.kind === 'Constant' && func.value.value.type === 'str' && more.length + keywords.length === 0;
  if (func.kind !== 'Name' || !consumers.has(func.id)) return false;
  if (func.id === 'sorted') return more.length === 0 && keywords.every(({ arg, value }) => arg !== null && isHarmless(value));
  if (keywords.length > 0) return false;
  return more.length === 0 || (func.id === 'sum' && more.length === 1 && isNumber(more[0]!));
}

/** May it be evaluated before the items as well as after them? */
function isHarmless(node: Expression): boolean {
  return node.kind === 'Lambda' || node.kind === 'Constant';
}

function isNumber(node: Expression): boolean {
  return node.kind === 'Constant' && (node.value.type === 'int' || node.value.type === 'float');
}

const ownFrame: ReadonlySet<string> = new Set(['locals', 'globals', 'vars', 'dir', 'eval', 'exec', 'super', '__class__']);

/** Does nothing in it ask for the frame that it would have as a generator? */
function runsAnywhere(node: Node): boolean {
  if (node.kind === 'comprehension' && node.is_async) return false;
  if (node.kind === 'Await' || node.kind === 'NamedExpr' || (node.kind === 'Name' && ownFrame.has(node.id))) return false;
  let result = true;
  forEachChild(node, (child) => void (result &&= runsAnywhere(child)));
  return result;
}
