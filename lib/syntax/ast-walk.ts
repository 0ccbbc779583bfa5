/** A walk that treats all nodes alike. */
import type { Node } from './ast.js';
import { astFields } from './ast-fields.js';

/** Calls `visit` for each child, in the order of CPython's fields. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  const fields: readonly string[] = astFields[node.kind];
  for (const field of fields) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item);
    } else if (isNode(value)) visit(value);
  }
}

/** The roots and all nodes below them, each before its children, in their order. */
export function* allNodes(roots: readonly Node[]): Generator<Node> {
  const work = [...roots].reverse();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    yield node;
    const children: Node[] = [];
    forEachChild(node, (child) => void children.push(child));
    // Not all in one call: a display may have more items than a call takes arguments.
    for (const child of children.reverse()) work.push(child);
  }
}

/** Lists may hold names, operators and nulls, and a constant's value is an object, too. */
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'kind' in value;
