/**
 * How the blocks of a function lie in the text: a block's statements, then, in the braces that those stand in, the blocks that it dominates. So
 * what a block declares can be seen wherever it is used, and every `goto` leads to a label of its own or of outer braces.
 */
import type { BlockId } from '../../base/ids.js';
import { blockOf, immediateDominators, predecessors, reversePostorder, successorsOf } from '../../ir/cfg.js';
import type { TypedFunction } from '../../ir/typed.js';

export interface BlockTree {
  /** The blocks that each one immediately dominates, in reverse postorder. */
  readonly children: ReadonlyMap<BlockId, readonly BlockId[]>;
  /** The number of blocks that each one dominates. */
  readonly sizes: ReadonlyMap<BlockId, number>;
  /** Can be entered from one block only, at one of its ends, and chooses no values by where it is entered from. */
  readonly hasOneWayIn: (block: BlockId) => boolean;
}

export function blockTree(fn: TypedFunction): BlockTree {
  const order = reversePostorder(fn);
  const parents = immediateDominators(fn);
  const children = new Map<BlockId, BlockId[]>(order.map((id) => [id, []]));
  for (const id of order) if (id !== fn.entry) children.get(parents.get(id)!)!.push(id);
  const sizes = new Map<BlockId, number>(order.map((id) => [id, 1]));
  const byDepth = preorder(fn.entry, children);
  for (const id of byDepth.reverse()) if (id !== fn.entry) sizes.set(parents.get(id)!, sizes.get(parents.get(id)!)! + sizes.get(id)!);
  const before = predecessors(fn);
  const hasOneWayIn = (id: BlockId): boolean => {
    const [only, ...others] = before.get(id)!;
    if (blockOf(fn, id).instructions[0]?.kind === 'Phi') return false;
    return id !== fn.entry && only !== undefined && others.length === 0 && successorsOf(blockOf(fn, only)).filter((target) => target === id).length === 1;
  };
  return { children, sizes, hasOneWayIn };
}

function preorder(root: BlockId, children: ReadonlyMap<BlockId, readonly BlockId[]>): BlockId[] {
  const order: BlockId[] = [];
  const work = [root];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    order.push(id);
    work.push(...children.get(id)!);
  }
  return order;
}
