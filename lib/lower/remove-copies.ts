/**
 * Removes phis that are copies but for refinements:
 *
 *   b3:                          b3:
 *     v7 = Phi b1: v5, b2: v6      … v4 …
 *     … v7 …                =>
 *
 * where v5 and v6 refine v4. A phi whose inputs are refinements of one value (or of the phi itself) is the most refined value that all
 * have in common: other refinements hold only on the ways where they were made.
 */
import type { ValueId } from '../base/ids.js';
import { replaceValues } from '../ir/cfg.js';
import type { IrFunction, Phi } from '../ir/function.js';

interface Copies {
  readonly refined: Map<ValueId, ValueId>;
  readonly replaced: Map<ValueId, ValueId>;
  /** Towards what a value refines in the end; each entry is right as far as it goes. */
  readonly shortcuts: Map<ValueId, ValueId>;
}

export function removeCopies(fn: IrFunction): void {
  const copies: Copies = { refined: new Map(), replaced: new Map(), shortcuts: new Map() };
  const phis: Phi[] = [];
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      if (instruction.kind === 'Refine') copies.refined.set(instruction.result, instruction.value);
      else if (instruction.kind === 'Phi') phis.push(instruction);
    }
  }
  const users = new Map<ValueId, Phi[]>();
  for (const phi of phis) for (const input of phi.inputs) addUser(users, rootOf(copies, input.value), phi);
  const work = phis.reverse();
  for (let phi = work.pop(); phi !== undefined; phi = work.pop()) {
    if (copies.replaced.has(phi.result)) continue;
    const source = commonSource(copies, phi);
    if (source === undefined) continue;
    copies.replaced.set(phi.result, source);
    const root = rootOf(copies, source);
    for (const user of users.get(phi.result) ?? []) {
      if (copies.replaced.has(user.result)) continue;
      addUser(users, root, user);
      work.push(user);
    }
    users.delete(phi.result);
  }
  for (const block of fn.blocks.values()) keep(block.instructions, (instruction) => !copies.replaced.has(instruction.result));
  for (const value of copies.replaced.keys()) resolve(copies, value);
  replaceValues(fn, copies.replaced);
}

export function keep<T>(list: T[], wanted: (item: T) => boolean): void {
  const kept = list.filter(wanted);
  if (kept.length === list.length) return;
  list.length = 0;
  for (const item of kept) list.push(item);
}

function addUser(users: Map<ValueId, Phi[]>, value: ValueId, phi: Phi): void {
  const list = users.get(value);
  if (list === undefined) users.set(value, [phi]);
  else if (list[list.length - 1] !== phi) list.push(phi);
}

/** What stands for a value that has been replaced. Shortens the way for the next time. */
function resolve({ replaced }: Copies, value: ValueId): ValueId {
  let end = value;
  for (let next = replaced.get(end); next !== undefined; next = replaced.get(end)) end = next;
  for (let v = value; v !== end;) {
    const next = replaced.get(v)!;
    replaced.set(v, end);
    v = next;
  }
  return end;
}

/** The value it refines, or null at the end of the chain. */
function stepUp(copies: Copies, value: ValueId): ValueId | null {
  const next = copies.refined.get(value);
  return next === undefined ? null : resolve(copies, next);
}

function rootOf({ refined, replaced, shortcuts }: Copies, value: ValueId): ValueId {
  const path: ValueId[] = [];
  let root = value;
  for (;;) {
    const next = shortcuts.get(root) ?? replaced.get(root) ?? refined.get(root);
    if (next === undefined) break;
    path.push(root);
    root = next;
  }
  for (const passed of path) shortcuts.set(passed, root);
  return root;
}

function commonSource(copies: Copies, phi: Phi): ValueId | undefined {
  let common: ValueId | undefined;
  for (const input of phi.inputs) {
    const root = rootOf(copies, input.value);
    if (root === phi.result) continue;
    const value = resolve(copies, input.value);
    if (common === undefined) common = value;
    else if (rootOf(copies, common) === root) common = nearestCommon(copies, common, value);
    else return undefined;
  }
  return common;
}

/** Climbs from both in turn; they have the same root. */
function nearestCommon(copies: Copies, a: ValueId, b: ValueId): ValueId {
  const seen = new Set<ValueId>();
  let left: ValueId | null = a;
  let right: ValueId | null = b;
  for (;;) {
    if (left !== null) {
      if (seen.has(left)) return left;
      seen.add(left);
      left = stepUp(copies, left);
    }
    if (right !== null) {
      if (seen.has(right)) return right;
      seen.add(right);
      right = stepUp(copies, right);
    }
  }
}
