/**
 * What built-in functions and methods give, as far as types of arguments tell. A result is a promise that translation checks where it can't be
 * known by construction, so a missing row costs speed, never correctness.
 */
import {
  any,
  anyInt,
  bool,
  bytes,
  container,
  float,
  int,
  intMax,
  iterator,
  join,
  none,
  range,
  smallInt,
  storeElement,
  storeKey,
  str,
  tuple,
  view,
  type Site,
  type Type,
} from '../types/type.js';

export interface SignatureContext {
  /** The site of the container that this call makes. */
  readonly newSite: () => Site;
  /** The element type of a site; the caller is run again when it grows. */
  readonly read: (site: Site) => Type;
  readonly readKeys: (site: Site) => Type;
}

export type Signature = (args: readonly Type[], c: SignatureContext) => Type;

const size = int(0n, intMax);
/** Of what lies in memory: the runtime hands out no more than 2**47 bytes in one piece. */
const heldSize = int(0n, 1n << 47n);
const held: ReadonlySet<Type['kind']> = new Set(['List', 'Tuple', 'AnyTuple', 'Dict', 'Set', 'Str', 'Bytes']);

/** What iterating over a value of that type gives; Never while nothing is known to be in it. */
export function itemType(type: Type, c: SignatureContext): Type {
  switch (type.kind) {
    case 'List':
    case 'Set':
    case 'Generator':
      return c.read(type.site);
    case 'Dict':
      return c.readKeys(type.site);
    case 'Str':
      return str;
    case 'Bytes':
      return int(0n, 255n);
    case 'Tuple':
      return type.items.length === 0 ? any : type.items.reduce((a, b) => join(a, b));
    case 'Iterator':
      return itemType(type.over, c);
    case 'Range':
      return anyInt;
    case 'View':
      return viewItem(type.name, type.args, c);
    default:
      return any;
  }
}

function viewItem(name: string, args: readonly Type[], c: SignatureContext): Type {
  switch (name) {
    case 'range':
      return rangeItem(args);
    case 'enumerate':
      return tuple([args.length > 1 ? anyInt : size, itemType(args[0]!, c)]);
    case 'zip':
      return tuple(args.map((arg) => itemType(arg, c)));
    case 'reversed':
    case 'keys':
      return itemType(args[0]!, c);
    case 'items':
      return args[0]!.kind === 'Dict' ? tuple([itemType(args[0]!, c), valueType(args[0]!.site, c)]) : any;
    case 'values':
      return args[0]!.kind === 'Dict' ? valueType(args[0]!.site, c) : any;
    default:
      return any;
  }
}

function valueType(site: Site, c: SignatureContext): Type {
  return c.read(site);
}

function rangeItem(args: readonly Type[]): Type {
  const ends = args.map((arg) => (arg.kind === 'Int' ? arg : arg.kind === 'Bool' ? { low: 0n, high: 1n } : null));
  if (ends.some((end) => end === null)) return any;
  const [first, second, step] = ends;
  if (second === undefined) return int(0n, first!.high > 0n ? first!.high - 1n : 0n);
  if (step === undefined || step!.low > 0n)
    return int(first!.low, second!.high - 1n > first!.low ? second!.high - 1n : first!.low);
  if (step!.high < 0n) return int(second!.low + 1n < first!.high ? second!.low + 1n : first!.high, first!.high);
  return anyInt;
}

const isNumber = (type: Type): boolean => type.kind === 'Int' || type.kind === 'Bool' || type.kind === 'Float';
const asInt = (type: Type): Type => (type.kind === 'Bool' ? int(0n, 1n) : type);

function smallest(args: readonly Type[], c: SignatureContext): Type {
  if (args.length === 1) return itemType(args[0]!, c);
  return args.reduce((a, b) => join(a, b));
}

function listOf(element: Type, c: SignatureContext): Type {
  const site = c.newSite();
  if (element.kind !== 'Never') storeElement(site, element);
  return container('List', site);
}

function sumOf(args: readonly Type[], c: SignatureContext): Type {
  const item = itemType(args[0]!, c);
  if (args.length > 1)
    return args[1]!.kind === 'Float' && isNumber(item) ? float : args[1]!.kind === 'Int' && item.kind === 'Int' ? anyInt : any;
  return item.kind === 'Int' || item.kind === 'Bool' ? anyInt : item.kind === 'Float' ? float : any;
}

/** Built-in functions and types called by name with positional arguments. */
export const functionSignatures: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ['len', ([arg]) => (arg !== undefined && held.has(arg.kind) ? heldSize : size)],
  ['range', (args) => (args.length >= 1 && args.length <= 3 ? view('range', args) : range)],
  ['enumerate', (args) => view('enumerate', args)],
  ['zip', (args) => view('zip', args)],
  ['reversed', (args) => (args[0]?.kind === 'List' ? view('reversed', args) : any)],
  ['int', toIntType],
  ['float', () => float],
  ['bool', () => bool],
  ['str', () => str],
  ['repr', () => str],
  ['ascii', () => str],
  ['format', () => str],
  ['chr', () => str],
  ['bin', () => str],
  ['hex', () => str],
  ['oct', () => str],
  ['input', () => str],
  ['ord', () => int(0n, 0x10ffffn)],
  ['hash', () => anyInt],
  ['id', () => anyInt],
  ['print', () => none],
  ['isinstance', () => bool],
  ['issubclass', () => bool],
  ['callable', () => bool],
  ['hasattr', () => bool],
  ['any', () => bool],
  ['all', () => bool],
  [
    'abs',
    (args) =>
      args[0]?.kind === 'Float' ? float : args[0]?.kind === 'Int' || args[0]?.kind === 'Bool' ? absolute(asInt(args[0]!)) : any,
  ],
  ['min', smallest],
  ['max', smallest],
  ['sum', sumOf],
  [
    'round',
    (args) =>
      args.length === 1 && args[0]!.kind === 'Float' ? anyInt : args.length === 2 && args[0]!.kind === 'Float' ? float : any,
  ],
  ['divmod', (args) => (args[0]?.kind === 'Int' && args[1]?.kind === 'Int' ? tuple([anyInt, anyInt]) : any)],
  ['pow', (args) => (args.length === 3 && args.every((arg) => arg.kind === 'Int') ? anyInt : any)],
  ['list', (args, c) => listOf(args.length === 1 ? itemType(args[0]!, c) : { kind: 'Never', key: 'Never' }, c)],
  ['sorted', (args, c) => listOf(itemType(args[0]!, c), c)],
  [
    'set',
    (args, c) => {
      const site = c.newSite();
      if (args.length === 1) storeElement(site, itemType(args[0]!, c));
      return container('Set', site);
    },
  ],
  [
    'dict',
    (args, c) => {
      const site = c.newSite();
      if (args.length > 0) {
        storeKey(site, any);
        storeElement(site, any);
      }
      return container('Dict', site);
    },
  ],
  ['iter', (args) => (args.length === 1 ? iterator(args[0]!) : any)],
]);

/** Of an int itself; of a float in 64 bits; the runtime's answer for all else is a tagged word. */
function toIntType(args: readonly Type[]): Type {
  const [arg] = args;
  if (args.length === 1 && arg!.kind === 'Int') return arg!;
  return args.length === 1 && (arg!.kind === 'Float' || arg!.kind === 'Bool') ? anyInt : smallInt;
}

function absolute(type: Type): Type {
  if (type.kind !== 'Int') return type;
  const [a, b] = [type.low < 0n ? -type.low : type.low, type.high < 0n ? -type.high : type.high];
  return int(type.low <= 0n && type.high >= 0n ? 0n : a < b ? a : b, a > b ? a : b);
}

/** Members of built-in modules: what a call of them gives. */
export const memberSignatures: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ...[
    'sqrt',
    'exp',
    'log',
    'log2',
    'log10',
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'atan2',
    'sinh',
    'cosh',
    'tanh',
    'fabs',
    'hypot',
    'pow',
    'fmod',
    'copysign',
    'degrees',
    'radians',
    'fsum',
    'dist',
    'exp2',
    'cbrt',
    'log1p',
    'expm1',
    'erf',
    'erfc',
    'gamma',
    'lgamma',
    'ldexp',
  ].map((name): [string, Signature] => [`math.${name}`, () => float]),
  ...['floor', 'ceil', 'trunc', 'gcd', 'lcm', 'isqrt', 'factorial', 'comb', 'perm'].map((name): [string, Signature] => [
    `math.${name}`,
    () => anyInt,
  ]),
  ...['isnan', 'isinf', 'isfinite', 'isclose'].map((name): [string, Signature] => [`math.${name}`, () => bool]),
  ...['time', 'perf_counter', 'monotonic', 'process_time'].map((name): [string, Signature] => [`_time.${name}`, () => float]),
]);

/** Constants of built-in modules. */
export const memberTypes: ReadonlyMap<string, Type> = new Map<string, Type>([
  ...['pi', 'e', 'tau', 'inf', 'nan'].map((name): [string, Type] => [`math.${name}`, float]),
  ['sys.maxsize', anyInt],
]);

type Method = (self: Type, args: readonly Type[], c: SignatureContext) => Type;

const toStr: Method = () => str;
const toBool: Method = () => bool;
const toInt: Method = () => anyInt;
const listOfStr: Method = (_, __, c) => listOf(str, c);

const strMethods: [string, Method][] = [
  ...[
    'upper',
    'lower',
    'strip',
    'lstrip',
    'rstrip',
    'title',
    'capitalize',
    'swapcase',
    'casefold',
    'replace',
    'join',
    'ljust',
    'rjust',
    'center',
    'zfill',
    'expandtabs',
    'removeprefix',
    'removesuffix',
    'translate',
    'format',
  ].map((name): [string, Method] => [name, toStr]),
  ...[
    'isalpha',
    'isdigit',
    'isalnum',
    'isspace',
    'isupper',
    'islower',
    'istitle',
    'isdecimal',
    'isnumeric',
    'isidentifier',
    'isprintable',
    'isascii',
    'startswith',
    'endswith',
  ].map((name): [string, Method] => [name, toBool]),
  ...['find', 'rfind', 'index', 'rindex', 'count'].map((name): [string, Method] => [name, toInt]),
  ...['split', 'rsplit', 'splitlines'].map((name): [string, Method] => [name, listOfStr]),
  ['partition', () => tuple([str, str, str])],
  ['rpartition', () => tuple([str, str, str])],
  ['encode', () => bytes],
];

const storing: Method = (self, args) => {
  if ('site' in self && args.length > 0) storeElement(self.site, args.at(-1)!);
  return none;
};

const listMethods: [string, Method][] = [
  ['append', storing],
  ['insert', storing],
  [
    'extend',
    (self, args, c) => {
      if ('site' in self && args.length === 1) storeElement(self.site, itemType(args[0]!, c));
      return none;
    },
  ],
  ['pop', (self, _, c) => itemType(self, c)],
  ['index', toInt],
  ['count', toInt],
  ['copy', (self, _, c) => listOf(itemType(self, c), c)],
  ...['sort', 'reverse', 'clear', 'remove'].map((name): [string, Method] => [name, () => none]),
];

function valueOr(self: Type, fallback: Type, c: SignatureContext): Type {
  if (self.kind !== 'Dict') return any;
  const held = c.read(self.site);
  return held.kind === 'Never' ? fallback : join(held, fallback);
}

const dictMethods: [string, Method][] = [
  ['get', (self, args, c) => valueOr(self, args[1] ?? none, c)],
  [
    'pop',
    (self, args, c) => (args.length > 1 ? valueOr(self, args[1]!, c) : self.kind === 'Dict' ? valueType(self.site, c) : any),
  ],
  [
    'setdefault',
    (self, args, c) => {
      if (self.kind !== 'Dict') return any;
      if (args.length > 0) storeKey(self.site, args[0]!);
      storeElement(self.site, args[1] ?? none);
      return valueType(self.site, c);
    },
  ],
  ['keys', (self) => view('keys', [self])],
  ['values', (self) => view('values', [self])],
  ['items', (self) => view('items', [self])],
  [
    'copy',
    (self, _, c) => {
      const site = c.newSite();
      if (self.kind === 'Dict') {
        storeKey(site, c.readKeys(self.site));
        storeElement(site, c.read(self.site));
      }
      return container('Dict', site);
    },
  ],
  ['clear', () => none],
  [
    'update',
    (self, args, c) => {
      if (self.kind === 'Dict') {
        const other = args[0];
        storeKey(self.site, other?.kind === 'Dict' ? c.readKeys(other.site) : any);
        storeElement(self.site, other?.kind === 'Dict' ? c.read(other.site) : any);
      }
      return none;
    },
  ],
];

const setMethods: [string, Method][] = [
  ['add', storing],
  ...['discard', 'remove', 'clear'].map((name): [string, Method] => [name, () => none]),
  ['pop', (self, _, c) => itemType(self, c)],
  [
    'update',
    (self, args, c) => {
      if (self.kind === 'Set') for (const arg of args) storeElement(self.site, itemType(arg, c));
      return none;
    },
  ],
  ...['issubset', 'issuperset', 'isdisjoint'].map((name): [string, Method] => [name, toBool]),
  [
    'copy',
    (self, _, c) => {
      const site = c.newSite();
      storeElement(site, itemType(self, c));
      return container('Set', site);
    },
  ],
];

const intMethods: [string, Method][] = [
  ['bit_length', () => int(0n, intMax)],
  ['bit_count', () => int(0n, intMax)],
];

const floatMethods: [string, Method][] = [
  ['is_integer', toBool],
  ['hex', toStr],
];

const methods: { readonly [K in Type['kind']]?: ReadonlyMap<string, Method> } = {
  Str: new Map(strMethods),
  List: new Map(listMethods),
  Dict: new Map(dictMethods),
  Set: new Map(setMethods),
  Int: new Map(intMethods),
  Float: new Map(floatMethods),
};

/** Has the built-in type a method of that name? False also where nothing is known. */
export function isKnownMethod(self: Type, name: string): boolean {
  return methods[self.kind]?.has(name) === true;
}

/** The type of object.name(args) for a built-in type. */
export function methodResult(self: Type, name: string, args: readonly Type[], c: SignatureContext): Type {
  return methods[self.kind]?.get(name)?.(self, args, c) ?? any;
}
