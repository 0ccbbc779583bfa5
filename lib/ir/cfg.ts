/** The control-flow graph: orders, dominators, loops, and what keeps it tidy. All iterative: functions may have 100,000 blocks. */
import { assert } from '../base/assert.js';
import type { BlockId, ValueId } from '../base/ids.js';
import type { Block, IrFunction, Phi } from './function.js';
import { mapOperands, mapTerminatorOperands, successors } from './op-info.js';

export function blockOf(fn: IrFunction, id: BlockId): Block {
  const block = fn.blocks.get(id);
  assert(block !== undefined, `${fn.symbol}: no block b${id}`);
  return block;
}

export function successorsOf(block: Block): BlockId[] {
  return successors(block.terminator);
}

/** The predecessors of each block, each named once. */
export function predecessors(fn: IrFunction): Map<BlockId, BlockId[]> {
  const result = new Map<BlockId, BlockId[]>();
  for (const id of fn.blocks.keys()) result.set(id, []);
  for (const block of fn.blocks.values()) {
    for (const target of new Set(successorsOf(block))) result.get(target)?.push(block.id);
  }
  return result;
}

/** The reachable blocks: each before its successors, but for loops' back edges. */
export function reversePostorder(fn: IrFunction): BlockId[] {
  const order: BlockId[] = [];
  const seen = new Set<BlockId>([fn.entry]);
  const stack = [{ id: fn.entry, pending: successorsOf(blockOf(fn, fn.entry)) }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const next = top.pending.pop();
    if (next === undefined) {
      order.push(top.id);
      stack.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      stack.push({ id: next, pending: successorsOf(blockOf(fn, next)) });
    }
  }
  return order.reverse();
}

/** Immediate dominators of the reachable blocks; the entry's is itself. (The Semi-NCA algorithm of Georgiadis and Tarjan, 2005.) */
export function immediateDominators(fn: IrFunction): Map<BlockId, BlockId> {
  const { order, parent } = depthFirstTree(fn);
  const number = new Map(order.map((id, index) => [id, index]));
  const before = predecessors(fn);
  const semi = Int32Array.from(order, (_, index) => index);
  const label = Int32Array.from(semi);
  const ancestor = Int32Array.from(parent);
  for (let w = order.length - 1; w > 0; w--) {
    for (const predecessor of before.get(order[w]!)!) {
      const v = number.get(predecessor);
      if (v === undefined) continue;
      const candidate = v <= w ? v : semi[evaluate(v, w, ancestor, label, semi)]!;
      if (candidate < semi[w]!) semi[w] = candidate;
    }
    label[w] = w;
  }
  const dominator = Int32Array.from(parent);
  for (let w = 1; w < order.length; w++) {
    while (dominator[w]! > semi[w]!) dominator[w] = dominator[dominator[w]!]!;
  }
  return new Map(order.map((id, index) => [id, order[dominator[index]!]!]));
}

/** Blocks in preorder, and the number of each one's parent in the tree. */
function depthFirstTree(fn: IrFunction): { order: BlockId[]; parent: number[] } {
  const order: BlockId[] = [];
  const parent: number[] = [];
  const seen = new Set<BlockId>();
  const stack: { id: BlockId; from: number }[] = [{ id: fn.entry, from: 0 }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (seen.has(item.id)) continue;
    seen.add(item.id);
    order.push(item.id);
    parent.push(item.from);
    for (const target of successorsOf(blockOf(fn, item.id)))
      if (!seen.has(target)) stack.push({ id: target, from: order.length - 1 });
  }
  return { order, parent };
}

/** The vertex with the smallest semidominator on the tree path from `v` up to (not including) the vertices not processed yet: those up to `limit`. */
function evaluate(v: number, limit: number, ancestor: Int32Array, label: Int32Array, semi: Int32Array): number {
  const path: number[] = [];
  while (ancestor[v]! > limit) {
    path.push(v);
    v = ancestor[v]!;
  }
  for (let u = path.pop(); u !== undefined; u = path.pop()) {
    const above = ancestor[u]!;
    if (semi[label[above]!]! < semi[label[u]!]!) label[u] = label[above]!;
    ancestor[u] = ancestor[above]!;
    v = u;
  }
  return label[v]!;
}

/** Does `a` dominate `b`? Answers in constant time after a linear preparation. */
export function dominanceTest(fn: IrFunction, order = reversePostorder(fn)): (a: BlockId, b: BlockId) => boolean {
  const parents = immediateDominators(fn);
  const children = new Map<BlockId, BlockId[]>();
  for (const id of order) children.set(id, []);
  for (const [id, parent] of parents) if (id !== fn.entry) children.get(parent)!.push(id);
  const first = new Map<BlockId, number>();
  const last = new Map<BlockId, number>();
  let time = 0;
  const stack: { id: BlockId; next: number }[] = [{ id: fn.entry, next: 0 }];
  first.set(fn.entry, time++);
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = children.get(top.id)![top.next++];
    if (child === undefined) {
      last.set(top.id, time++);
      stack.pop();
    } else {
      first.set(child, time++);
      stack.push({ id: child, next: 0 });
    }
  }
  return (a, b) => first.get(a)! <= first.get(b)! && last.get(b)! <= last.get(a)!;
}

/** The natural loops: header → its blocks, the header first. Loops with one header are one loop. */
export function naturalLoops(fn: IrFunction): Map<BlockId, Set<BlockId>> {
  const order = reversePostorder(fn);
  const loops = new Map<BlockId, Set<BlockId>>();
  if (!hasCycle(fn, order)) return loops;
  const dominates = dominanceTest(fn, order);
  const before = predecessors(fn);
  const reachable = new Set(order);
  for (const header of order) {
    const latches = before.get(header)!.filter((id) => reachable.has(id) && dominates(header, id));
    if (latches.length === 0) continue;
    const body = new Set<BlockId>([header]);
    const work = [...latches];
    while (work.length > 0) {
      const id = work.pop()!;
      if (body.has(id)) continue;
      body.add(id);
      work.push(...before.get(id)!.filter((p) => reachable.has(p)));
    }
    loops.set(header, body);
  }
  return loops;
}

/** Does an edge lead back to a block that comes earlier in reverse postorder? So it is in each cycle, and in no other graph. */
export function hasCycle(fn: IrFunction, order: readonly BlockId[] = reversePostorder(fn)): boolean {
  const passed = new Set<BlockId>();
  return order.some((id) => {
    passed.add(id);
    return successorsOf(blockOf(fn, id)).some((target) => passed.has(target));
  });
}

/** Deletes what the entry doesn't reach, and the phi inputs that came from there. */
export function removeUnreachableBlocks(fn: IrFunction): void {
  const reachable = new Set(reversePostorder(fn));
  if (reachable.size === fn.blocks.size) return;
  for (const id of [...fn.blocks.keys()]) if (!reachable.has(id)) fn.blocks.delete(id);
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      if (instruction.kind !== 'Phi') break;
      if (instruction.inputs.some((input) => !reachable.has(input.block))) {
        instruction.inputs = instruction.inputs.filter((input) => reachable.has(input.block));
      }
    }
  }
}

/** Joins a block with its only successor where that has no other predecessor. Phis of such a successor become their only input. */
export function mergeStraightBlocks(fn: IrFunction): void {
  const before = predecessors(fn);
  const replaced = new Map<ValueId, ValueId>();
  const renamed = new Map<BlockId, BlockId>();
  for (const id of reversePostorder(fn)) {
    const block = fn.blocks.get(id);
    if (block === undefined) continue;
    while (block.terminator.kind === 'Jump') {
      const next = blockOf(fn, block.terminator.target);
      if (next.id === fn.entry || next.id === id || before.get(next.id)!.length !== 1) break;
      for (const instruction of next.instructions) {
        if (instruction.kind === 'Phi') replaced.set(instruction.result, onlyInput(instruction));
        else block.instructions.push(instruction);
      }
      block.terminator = next.terminator;
      if (next.cold === true) block.cold = true;
      fn.blocks.delete(next.id);
      renamed.set(next.id, id);
    }
  }
  if (renamed.size > 0) renameInPhis(fn, renamed);
  replaceValues(fn, replaced);
}

function onlyInput(phi: Phi): ValueId {
  assert(phi.inputs.length === 1, `v${phi.result}: a phi of a block with one predecessor has one input`);
  return phi.inputs[0]!.value;
}

function renameInPhis(fn: IrFunction, renamed: ReadonlyMap<BlockId, BlockId>): void {
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      if (instruction.kind !== 'Phi') break;
      for (const input of instruction.inputs) input.block = renamed.get(input.block) ?? input.block;
    }
  }
}

/** Replaces uses everywhere; chains in the map are followed. */
export function replaceValues(fn: IrFunction, replaced: ReadonlyMap<ValueId, ValueId>): void {
  if (replaced.size === 0) return;
  const ends = new Map<ValueId, ValueId>();
  const resolve = (value: ValueId): ValueId => {
    const known = ends.get(value);
    if (known !== undefined || !replaced.has(value)) return known ?? value;
    const passed: ValueId[] = [];
    let end = value;
    for (let next = replaced.get(end); next !== undefined; next = replaced.get(end)) {
      passed.push(end);
      end = next;
    }
    for (const one of passed) ends.set(one, end);
    return end;
  };
  for (const block of fn.blocks.values()) {
    block.instructions.forEach((instruction, i) => {
      if (instruction.kind === 'Phi') for (const input of instruction.inputs) input.value = resolve(input.value);
      else block.instructions[i] = mapOperands(instruction, resolve);
    });
    block.terminator = mapTerminatorOperands(block.terminator, resolve);
  }
}
