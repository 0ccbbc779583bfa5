/** The blocks of names that CPython's symbol table has, as far as its errors need them. */
import type { Span } from '../../base/source.js';

export type BlockKind =
  'module' | 'class' | 'function' | 'comprehension' | 'annotation' | 'type parameters' | 'type alias' | 'type variable';

/** What has happened to a name in a block so far; bits of one number. */
export const flags = {
  global: 1,
  nonlocal: 2,
  local: 4,
  parameter: 8,
  used: 16,
  annotated: 32,
  iterationVariable: 64,
} as const;

export interface Block {
  readonly kind: BlockKind;
  readonly parent: Block | null;
  readonly symbols: Map<string, number>;
  /** Of the class around it: private names carry it. */
  readonly className: string | null;
  /** Of a type variable's block: "a TypeVar bound" and the like. */
  readonly description: string;
  readonly nonlocals: { readonly name: string; readonly span: Span }[];
  /** The target of a comprehension is being visited. */
  isIterationTarget: boolean;
  /** How many comprehensions' iterables are being visited. */
  iterableDepth: number;
}

export function makeBlock(kind: BlockKind, parent: Block | null, extra: Partial<Block> = {}): Block {
  return {
    kind,
    parent,
    symbols: new Map(),
    className: parent?.className ?? null,
    description: '',
    nonlocals: [],
    isIterationTarget: false,
    iterableDepth: parent?.iterableDepth ?? 0,
    ...extra,
  };
}

export const flagsOf = (block: Block, name: string): number => block.symbols.get(name) ?? 0;

export function addFlags(block: Block, name: string, added: number): void {
  block.symbols.set(name, flagsOf(block, name) | added);
}

/** `__x` in class `A` is `_A__x`. */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** Whether a `nonlocal` name is bound in a function around the block. */
export function isBoundOutside(block: Block, name: string): boolean {
  for (let outer = block.parent; outer !== null; outer = outer.parent) {
    if (outer.kind === 'class' && name === '__class__') return true;
    if (outer.kind === 'class' || outer.kind === 'module') continue;
    const found = flagsOf(outer, name);
    if (found & flags.global) return false;
    if (found & (flags.local | flags.parameter) && !(found & flags.nonlocal)) return true;
  }
  return false;
}
