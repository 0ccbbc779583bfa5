/**
 * The types that inference gives to values: a lattice from Never (no value reaches here) to Any (anything).
 *
 * A type is sound for the register value it is given to. What containers and attributes hold is only what the program was seen to store there: loads
 * from the heap check it. Types are immutable and interned by `key`; only a Site changes.
 */
import type { ClassInfo, IrFunction } from '../ir/function.js';

export interface Site {
  readonly id: number;
  /** Union-find: where this site has been merged into. */
  parent: Site | null;
  /** What was stored: elements, or a dict's values. */
  element: Type;
  /** A dict's keys. */
  keys: Type;
  /** Contexts to run again when it grows. */
  readonly readers: Set<unknown>;
}

export type SimpleKind =
  'Never' | 'Any' | 'Unbound' | 'None' | 'Bool' | 'Float' | 'Str' | 'Bytes' | 'BigInt' | 'Range' | 'AnyTuple';

export type Type =
  | { readonly kind: SimpleKind; readonly key: string }
  /** An int that is held in 64 bits: operations leave the fast version when the result does not fit. */
  | { readonly kind: 'Int'; readonly low: bigint; readonly high: bigint; readonly key: string }
  | { readonly kind: 'Tuple'; readonly items: readonly Type[]; readonly key: string }
  | { readonly kind: 'List' | 'Dict' | 'Set'; readonly site: Site; readonly key: string }
  /** Exactly this class. */
  | { readonly kind: 'Instance' | 'Class'; readonly info: ClassInfo; readonly key: string }
  | { readonly kind: 'Function'; readonly fn: IrFunction; readonly key: string }
  /** A built-in function or type by its name; `math.sqrt` and the like with their module. */
  | { readonly kind: 'Builtin'; readonly name: string; readonly key: string }
  | { readonly kind: 'Module'; readonly name: string; readonly key: string }
  /** What iter() gave for a value of type `over`. */
  | { readonly kind: 'Iterator'; readonly over: Type; readonly key: string }
  /** enumerate(x), zip(x, y), reversed(x), dict views: `name` says which; lazily iterated. */
  | { readonly kind: 'View'; readonly name: string; readonly args: readonly Type[]; readonly key: string }
  | { readonly kind: 'Generator'; readonly fn: IrFunction; readonly site: Site; readonly key: string }
  | { readonly kind: 'Super'; readonly info: ClassInfo; readonly self: Type; readonly key: string }
  /** A cell of a closure. */
  | { readonly kind: 'Cell'; readonly site: Site; readonly key: string }
  /** Two to four members of different kinds, none of them Never or Any. */
  | { readonly kind: 'Union'; readonly members: readonly Type[]; readonly key: string };

export const intMin = -(1n << 63n);
export const intMax = (1n << 63n) - 1n;

const simple = new Map<string, Type>();
function simpleType(kind: SimpleKind): Type {
  const type: Type = { kind, key: kind };
  simple.set(kind, type);
  return type;
}

export const never = simpleType('Never');
export const any = simpleType('Any');
export const unbound = simpleType('Unbound');
export const none = simpleType('None');
export const bool = simpleType('Bool');
export const float = simpleType('Float');
export const str = simpleType('Str');
export const bytes = simpleType('Bytes');
export const bigInt = simpleType('BigInt');
export const range = simpleType('Range');
export const anyTuple = simpleType('AnyTuple');

export type IntType = Extract<Type, { kind: 'Int' }>;

/** An int between the two, ends included; clamped to 64 bits. */
export function int(low: bigint, high: bigint): IntType {
  const l = low < intMin ? intMin : low;
  const h = high > intMax ? intMax : high;
  return { kind: 'Int', low: l, high: h, key: `Int[${l},${h}]` };
}

export const anyInt = int(intMin, intMax);
/** What a tagged word holds without an object. */
export const smallInt = int(-(1n << 62n), (1n << 62n) - 1n);

/** The type of what a check took out of a tagged word: an int has 63 bits then, since larger ones leave the fast version. */
export function unboxedType(type: Type): Type {
  if (type.kind !== 'Int' || type.high < smallInt.low || type.low > smallInt.high) return type;
  return int(type.low > smallInt.low ? type.low : smallInt.low, type.high < smallInt.high ? type.high : smallInt.high);
}

export function tuple(items: readonly Type[]): Type {
  return { kind: 'Tuple', items, key: `Tuple(${items.map((item) => item.key).join()})` };
}

let siteCount = 0;
export function newSite(element: Type = never, keys: Type = never): Site {
  return { id: siteCount++, parent: null, element, keys, readers: new Set() };
}

export function findSite(site: Site): Site {
  let root = site;
  while (root.parent !== null) root = root.parent;
  if (site !== root) site.parent = root;
  return root;
}

export function container(kind: 'List' | 'Dict' | 'Set', site: Site): Type {
  const root = findSite(site);
  return { kind, site: root, key: `${kind}@${root.id}` };
}

export function cell(site: Site): Type {
  const root = findSite(site);
  return { kind: 'Cell', site: root, key: `Cell@${root.id}` };
}

export function generator(fn: IrFunction, site: Site): Type {
  const root = findSite(site);
  return { kind: 'Generator', fn, site: root, key: `Generator(${fn.symbol})@${root.id}` };
}

export function instance(info: ClassInfo): Type {
  return { kind: 'Instance', info, key: `Instance(${info.id})` };
}

export function classObject(info: ClassInfo): Type {
  return { kind: 'Class', info, key: `Class(${info.id})` };
}

export function functionType(fn: IrFunction): Type {
  return { kind: 'Function', fn, key: `Function(${fn.symbol})` };
}

export function builtin(name: string): Type {
  return { kind: 'Builtin', name, key: `Builtin(${name})` };
}

export function moduleType(name: string): Type {
  return { kind: 'Module', name, key: `Module(${name})` };
}

export function iterator(over: Type): Type {
  return { kind: 'Iterator', over, key: `Iterator(${over.key})` };
}

export function view(name: string, args: readonly Type[]): Type {
  return { kind: 'View', name, args, key: `View(${name};${args.map((arg) => arg.key).join()})` };
}

export function superOf(info: ClassInfo, self: Type): Type {
  return { kind: 'Super', info, self, key: `Super(${info.id},${self.key})` };
}

export function membersOf(type: Type): readonly Type[] {
  return type.kind === 'Union' ? type.members : type.kind === 'Never' ? [] : [type];
}

const maxUnion = 4;
const maxTuple = 16;
const maxDepth = 5;

/** The least type above both; may merge the sites of containers. */
export function join(a: Type, b: Type, depth = 0): Type {
  if (a === b || a.key === b.key) return a;
  if (a.kind === 'Never') return b;
  if (b.kind === 'Never') return a;
  if (a.kind === 'Any' || b.kind === 'Any' || depth > maxDepth) return any;
  if (a.kind !== 'Union' && b.kind !== 'Union') {
    const merged = joinAlike(a, b, depth);
    if (merged !== null) return merged;
  }
  return joinUnion([...membersOf(a), ...membersOf(b)], depth);
}

/** The join of two types of the same kind as one type of that kind; null if only a union can hold both. */
function joinAlike(a: Type, b: Type, depth: number): Type | null {
  if (a.kind === 'Int' && b.kind === 'Int') return int(a.low < b.low ? a.low : b.low, a.high > b.high ? a.high : b.high);
  if ((a.kind === 'Int' && b.kind === 'BigInt') || (a.kind === 'BigInt' && b.kind === 'Int')) return bigInt;
  if (a.kind === 'Tuple' && b.kind === 'Tuple') {
    if (a.items.length !== b.items.length || a.items.length > maxTuple) return anyTuple;
    return tuple(a.items.map((item, index) => join(item, b.items[index]!, depth + 1)));
  }
  if ((a.kind === 'Tuple' && b.kind === 'AnyTuple') || (a.kind === 'AnyTuple' && b.kind === 'Tuple')) return anyTuple;
  if ((a.kind === 'List' || a.kind === 'Dict' || a.kind === 'Set') && a.kind === b.kind) {
    return container(a.kind, mergeSites(a.site, (b as typeof a).site, depth));
  }
  if (a.kind === 'Cell' && b.kind === 'Cell') return cell(mergeSites(a.site, b.site, depth));
  if (a.kind === 'Generator' && b.kind === 'Generator' && a.fn === b.fn)
    return generator(a.fn, mergeSites(a.site, b.site, depth));
  if (a.kind === 'View' && b.kind === 'View') {
    if (a.name !== b.name || a.args.length !== b.args.length) return null;
    return view(
      a.name,
      a.args.map((arg, index) => join(arg, b.args[index]!, depth + 1)),
    );
  }
  if (a.kind === 'Super' && b.kind === 'Super' && a.info === b.info) return superOf(a.info, join(a.self, b.self, depth + 1));
  if (a.kind === 'Iterator' && b.kind === 'Iterator') {
    const over = join(a.over, b.over, depth + 1);
    return over.kind === 'Union' || over.kind === 'Any' ? any : iterator(over);
  }
  return null;
}

function joinUnion(members: readonly Type[], depth: number): Type {
  const result: Type[] = [];
  for (const member of members) {
    let placed = false;
    for (let i = 0; i < result.length && !placed; i++) {
      if (result[i]!.key === member.key) placed = true;
      else {
        const merged = joinAlike(result[i]!, member, depth);
        if (merged !== null) {
          result[i] = merged;
          placed = true;
        }
      }
    }
    if (!placed) result.push(member);
  }
  if (result.length === 1) return result[0]!;
  if (result.length > maxUnion) return any;
  result.sort((x, y) => (x.key < y.key ? -1 : 1));
  return { kind: 'Union', members: result, key: `Union(${result.map((member) => member.key).join('|')})` };
}

/** Called for each reader of a site that grew; set by inference. */
export const siteListener: { grew: (site: Site) => void } = { grew: () => {} };

export function mergeSites(a: Site, b: Site, depth = 0): Site {
  const first = findSite(a);
  const second = findSite(b);
  if (first === second) return first;
  const [root, other] = first.id < second.id ? [first, second] : [second, first];
  other.parent = root;
  for (const reader of other.readers) root.readers.add(reader);
  const element = join(root.element, other.element, depth + 1);
  const keys = join(root.keys, other.keys, depth + 1);
  const merged = findSite(root);
  merged.element = element;
  merged.keys = keys;
  siteListener.grew(merged);
  return merged;
}

/** Stored in the heap, an int keeps no range. */
export function withoutRange(type: Type): Type {
  if (type.kind === 'Int') return anyInt;
  if (type.kind === 'Tuple') return tuple(type.items.map(withoutRange));
  if (type.kind === 'Union') return type.members.map(withoutRange).reduce((a, b) => join(a, b));
  return type;
}

export function storeElement(site: Site, type: Type): void {
  if (type.kind === 'Never') return;
  const root = findSite(site);
  const joined = join(root.element, withoutRange(type));
  const now = findSite(root);
  if (joined.key !== now.element.key) {
    now.element = joined;
    siteListener.grew(now);
  }
}

export function storeKey(site: Site, type: Type): void {
  if (type.kind === 'Never') return;
  const root = findSite(site);
  const joined = join(root.keys, withoutRange(type));
  const now = findSite(root);
  if (joined.key !== now.keys.key) {
    now.keys = joined;
    siteListener.grew(now);
  }
}

/** What distinguishes contexts: structure without ranges; sites by what they hold, or by identity while they hold nothing. */
export function structure(type: Type, depth = 0): string {
  switch (type.kind) {
    case 'Int':
      return 'Int';
    case 'Tuple':
      return `(${type.items.map((item) => structure(item, depth + 1)).join()})`;
    case 'List':
    case 'Dict':
    case 'Set':
    case 'Cell': {
      const site = findSite(type.site);
      if (depth > 3) return type.kind;
      if (site.element.kind === 'Never') return `${type.kind}@${site.id}`;
      return `${type.kind}[${type.kind === 'Dict' ? `${structure(site.keys, depth + 1)}:` : ''}${structure(site.element, depth + 1)}]`;
    }
    case 'Union':
      return type.members.map((member) => structure(member, depth + 1)).join('|');
    case 'Iterator':
      return `Iterator(${structure(type.over, depth + 1)})`;
    case 'View':
      return `${type.name}(${type.args.map((arg) => structure(arg, depth + 1)).join()})`;
    default:
      return type.key;
  }
}

/** Bounds that every int has say nothing. */
function printInt({ low, high }: IntType): string {
  if (low === high) return `int[${low}]`;
  const [below, above] = [low <= smallInt.low ? '' : low, high >= smallInt.high ? '' : high];
  return below === '' && above === '' ? 'int' : `int[${below}..${above}]`;
}

/** As `--emit types` and `check --types` show it. */
export function printType(type: Type, depth = 0): string {
  if (depth > 4) return '…';
  const inner = (t: Type): string => printType(t, depth + 1);
  switch (type.kind) {
    case 'Int':
      return printInt(type);
    case 'BigInt':
      return 'int (any size)';
    case 'Any':
      return 'object';
    case 'Tuple':
      return `tuple[${type.items.map(inner).join(', ')}]`;
    case 'AnyTuple':
      return 'tuple';
    case 'List':
    case 'Set':
      return `${type.kind.toLowerCase()}[${inner(findSite(type.site).element)}]`;
    case 'Dict':
      return `dict[${inner(findSite(type.site).keys)}, ${inner(findSite(type.site).element)}]`;
    case 'Instance':
      return type.info.name;
    case 'Class':
      return `type[${type.info.name}]`;
    case 'Function':
      return `function ${type.fn.qualname}`;
    case 'Builtin':
    case 'Module':
      return type.name;
    case 'Iterator':
      return `iterator over ${inner(type.over)}`;
    case 'View':
      return `${type.name}(${type.args.map(inner).join(', ')})`;
    case 'Generator':
      return `generator ${type.fn.qualname}`;
    case 'Super':
      return 'super';
    case 'Cell':
      return `cell[${inner(findSite(type.site).element)}]`;
    case 'Union':
      return type.members.map(inner).join(' | ');
    default:
      return type.kind.toLowerCase();
  }
}
