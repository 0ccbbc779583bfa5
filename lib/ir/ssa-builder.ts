/**
 * SSA construction while the blocks are being made (Braun, Buchwald, Hack, Leißa, Mallon, Zwinkau: "Simple and Efficient
 * Construction of Static Single Assignment Form", 2013), without recursion.
 *
 * Variables are keys of any kind. A block is sealed when all its predecessors are known; a read in an unsealed block gives a phi whose
 * inputs come later. Trivial phis are replaced as they are found; `resolve` gives what stands for a value now, and `finish` rewrites all uses.
 */
import { assert } from '../base/assert.js';
import type { BlockId, ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { replaceValues } from './cfg.js';
import { newValue, type IrFunction, type Phi, type Rep } from './function.js';

export interface SsaOptions<Key> {
  readonly rep: (key: Key) => Rep;
  /** What a variable holds where nothing was written before: a new value, made in `block` (the entry, or a block without predecessors). */
  readonly undefinedValue: (key: Key, block: BlockId) => ValueId;
  readonly span: Span;
  /** Told of each phi, trivial ones too. */
  readonly placed?: (key: Key, phi: ValueId) => void;
}

interface OpenPhi<Key> {
  readonly phi: Phi;
  readonly key: Key;
  readonly block: BlockId;
}

export class SsaBuilder<Key> {
  private readonly definitions = new Map<BlockId, Map<Key, ValueId>>();
  private readonly predecessors = new Map<BlockId, BlockId[]>();
  private readonly sealed = new Set<BlockId>();
  private readonly incomplete = new Map<BlockId, OpenPhi<Key>[]>();
  private readonly replaced = new Map<ValueId, ValueId>();
  private readonly phis = new Map<ValueId, OpenPhi<Key>>();
  private readonly phisOf = new Map<BlockId, Set<Phi>>();
  /** Phis that have the phi as an input. */
  private readonly phiUsers = new Map<ValueId, ValueId[]>();

  constructor(
    private readonly fn: IrFunction,
    private readonly options: SsaOptions<Key>,
  ) {}

  addPredecessor(block: BlockId, predecessor: BlockId): void {
    assert(!this.sealed.has(block), `${this.fn.symbol}: b${block} is sealed, and b${predecessor} jumps to it`);
    const list = this.predecessors.get(block);
    if (list === undefined) this.predecessors.set(block, [predecessor]);
    else list.push(predecessor);
  }

  predecessorsOf(block: BlockId): readonly BlockId[] {
    return this.predecessors.get(block) ?? [];
  }

  isSealed(block: BlockId): boolean {
    return this.sealed.has(block);
  }

  /** All predecessors of the block have been added. */
  seal(block: BlockId): void {
    if (this.sealed.has(block)) return;
    this.sealed.add(block);
    const open = this.incomplete.get(block);
    this.incomplete.delete(block);
    if (open !== undefined) this.fill(open);
  }

  write(key: Key, block: BlockId, value: ValueId): void {
    let map = this.definitions.get(block);
    if (map === undefined) this.definitions.set(block, (map = new Map<Key, ValueId>()));
    map.set(key, value);
  }

  read(key: Key, block: BlockId): ValueId {
    const open: OpenPhi<Key>[] = [];
    const value = this.lookUp(key, block, open);
    this.fill(open);
    return this.resolve(value);
  }

  resolve(value: ValueId): ValueId {
    let root = value;
    for (let next = this.replaced.get(root); next !== undefined; next = this.replaced.get(root)) root = next;
    for (let v = value; v !== root;) {
      const next = this.replaced.get(v)!;
      this.replaced.set(v, root);
      v = next;
    }
    return root;
  }

  /** The inputs of a phi known so far; undefined if the value is not a phi. */
  phiOf(value: ValueId): Phi | undefined {
    return this.phis.get(value)?.phi;
  }

  /** After the last block: puts the phis into their blocks and rewrites the uses of those replaced. */
  finish(): void {
    assert(this.incomplete.size === 0, `${this.fn.symbol}: a block was never sealed`);
    for (const [id, phis] of this.phisOf) this.fn.blocks.get(id)?.instructions.unshift(...phis);
    for (const value of this.replaced.keys()) this.resolve(value);
    replaceValues(this.fn, this.replaced);
  }

  /** The definition that reaches the end of `block`. A join met on the way gets a phi, which the caller must fill. */
  private lookUp(key: Key, start: BlockId, open: OpenPhi<Key>[]): ValueId {
    const passed: BlockId[] = [];
    let block = start;
    let value: ValueId | undefined;
    for (;;) {
      value = this.definitions.get(block)?.get(key);
      if (value !== undefined) break;
      passed.push(block);
      const before = this.predecessors.get(block) ?? [];
      if (!this.sealed.has(block)) {
        value = this.placePhi(key, block, this.openIn(block));
        break;
      }
      if (before.length === 0) {
        value = this.options.undefinedValue(key, block);
        break;
      }
      if (before.length > 1) {
        value = this.placePhi(key, block, open);
        break;
      }
      block = before[0]!;
    }
    value = this.resolve(value);
    for (const id of passed) this.write(key, id, value);
    return value;
  }

  private openIn(block: BlockId): OpenPhi<Key>[] {
    let list = this.incomplete.get(block);
    if (list === undefined) this.incomplete.set(block, (list = []));
    return list;
  }

  private placePhi(key: Key, block: BlockId, open: OpenPhi<Key>[]): ValueId {
    const result = newValue(this.fn);
    const phi: Phi = { kind: 'Phi', result, span: this.options.span, rep: this.options.rep(key), inputs: [] };
    const entry = { phi, key, block };
    this.phis.set(result, entry);
    this.options.placed?.(key, result);
    const list = this.phisOf.get(block);
    if (list === undefined) this.phisOf.set(block, new Set([phi]));
    else list.add(phi);
    open.push(entry);
    return result;
  }

  /** Reads the inputs of the open phis, and of the phis that this opens; then removes the trivial ones. */
  private fill(open: OpenPhi<Key>[]): void {
    if (open.length === 0) return;
    for (let i = 0; i < open.length; i++) {
      const { phi, key, block } = open[i]!;
      for (const predecessor of this.predecessorsOf(block)) {
        const value = this.lookUp(key, predecessor, open);
        phi.inputs.push({ block: predecessor, value });
        this.noteUse(value, phi.result);
      }
    }
    this.removeTrivial(open.map((entry) => entry.phi.result).reverse());
  }

  private noteUse(value: ValueId, user: ValueId): void {
    if (!this.phis.has(value)) return;
    const users = this.phiUsers.get(value);
    if (users === undefined) this.phiUsers.set(value, [user]);
    else users.push(user);
  }

  /** A phi whose inputs are itself and one other value is that value; its users may become trivial in turn. */
  private removeTrivial(work: ValueId[]): void {
    while (work.length > 0) {
      const id = work.pop()!;
      const entry = this.phis.get(id);
      if (entry === undefined || !this.isFilled(entry)) continue;
      const same = this.onlyOther(entry.phi);
      if (same === undefined) continue;
      this.phis.delete(id);
      this.replaced.set(id, same);
      this.phisOf.get(entry.block)!.delete(entry.phi);
      const users = this.phiUsers.get(id) ?? [];
      this.phiUsers.delete(id);
      for (const user of users) {
        if (!this.phis.has(user)) continue;
        this.noteUse(same, user);
        work.push(user);
      }
    }
  }

  private isFilled(entry: OpenPhi<Key>): boolean {
    return this.sealed.has(entry.block) && entry.phi.inputs.length === this.predecessorsOf(entry.block).length;
  }

  private onlyOther(phi: Phi): ValueId | undefined {
    let same: ValueId | undefined;
    for (const input of phi.inputs) {
      const value = this.resolve(input.value);
      if (value === phi.result || value === same) continue;
      if (same !== undefined) return undefined;
      same = value;
    }
    return same;
  }
}
