/**
 * How a module looks at its own namespace as a dict: `globals()`, and at its top level `locals()`, `vars()` and `dir()`.
 *
 * A dict that is only looked into at once may be a copy. One that is held, or changed, is where the module's names then live.
 */
import type { Call, Expression, Node } from '../syntax/ast.js';

/** `read`: names live in cells, and copies are made; `held`: names live in the dict. */
export type NamespaceUse = 'none' | 'read' | 'held';

const readingMethods: ReadonlySet<string> = new Set(['get', 'keys', 'values', 'items', 'copy', '__contains__', '__getitem__']);
const readingFunctions: ReadonlySet<string> = new Set(['dict', 'len', 'list', 'sorted', 'set', 'tuple', 'bool', 'print', 'str', 'repr', 'type']);

export function isNamespaceCall(node: Node, isTopLevel: boolean): node is Call {
  if (node.kind !== 'Call' || node.func.kind !== 'Name' || node.args.length + node.keywords.length > 0) return false;
  const { id } = node.func;
  return id === 'globals' || (isTopLevel && (id === 'locals' || id === 'vars' || id === 'dir'));
}

/** `globals()['name']` as a target: the name. */
export function namespaceTarget(node: Node): string | null {
  if (node.kind !== 'Subscript' || node.ctx === 'Load' || !isNamespaceCall(node.value, false)) return null;
  return node.slice.kind === 'Constant' && node.slice.value.type === 'str' ? node.slice.value.value : null;
}

/** The parts of a node that are looked into and then forgotten. */
export function readParts(node: Node): readonly Expression[] {
  switch (node.kind) {
    case 'Subscript':
      return node.ctx === 'Load' || namespaceTarget(node) !== null ? [node.value] : [];
    case 'Compare':
      return node.comparators.filter((_, i) => node.ops[i] === 'In' || node.ops[i] === 'NotIn');
    case 'Call': {
      const spread = node.keywords.filter((keyword) => keyword.arg === null).map((keyword) => keyword.value);
      const { func } = node;
      if (func.kind === 'Attribute' && readingMethods.has(func.attr)) return [func.value, ...spread];
      return func.kind === 'Name' && readingFunctions.has(func.id) ? [...node.args, ...spread] : spread;
    }
    case 'Dict':
      return node.values.filter((_, i) => node.keys[i] === null);
    case 'For':
      return [node.iter];
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return node.generators.map((generator) => generator.iter);
    default:
      return [];
  }
}
