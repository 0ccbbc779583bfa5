/** What each generic operation gives, from the types of its operands; and what it stores in the heap. */
import type { ValueId } from '../base/ids.js';
import type { IrFunction } from '../ir/function.js';
import type { ConstantData, Fact, GenericInstruction, GenericKind } from '../ir/generic.js';
import type { OfKind } from '../ir/generic-info.js';
import { itemType, memberTypes, type SignatureContext } from '../builtins/signatures.js';
import {
  any,
  anyInt,
  anyTuple,
  bigInt,
  bool,
  builtin,
  bytes,
  cell,
  classObject,
  container,
  findSite,
  float,
  functionType,
  instance,
  int,
  intMax,
  iterator,
  join,
  membersOf,
  moduleType,
  never,
  newSite,
  none,
  storeElement,
  storeKey,
  str,
  tuple,
  unbound,
  unboxedType,
  type Site,
  type Type,
} from '../types/type.js';
import { transferBinary, transferCompare, transferUnary } from './transfer-operators.js';
import { transferCall, transferCallMethod, transferFindMethod, transferGetAttr, transferMethodOf } from './transfer-calls.js';
import { attributeSite, defineClass, findMember, looseSite } from './class-facts.js';
import type { Analysis, Context } from './context.js';
import { isStatic, readSite, typeIn } from './engine.js';
import { intervalOf } from './int-range.js';

type Rule<K extends GenericKind> = (a: Analysis, c: Context, i: OfKind<K>) => Type;

export function transfer(a: Analysis, c: Context, i: GenericInstruction): Type {
  return (rules[i.kind] as (a: Analysis, c: Context, i: GenericInstruction) => Type)(a, c, i);
}

/** The site of the container that an instruction makes in a context. */
export function siteOf(c: Context, id: ValueId): Site {
  let site = c.sites.get(id);
  if (site === undefined) c.sites.set(id, (site = newSite()));
  return findSite(site);
}

export function signatureContext(c: Context, id: ValueId): SignatureContext {
  return {
    newSite: () => siteOf(c, id),
    read: (site) => readSite(c, site),
    readKeys: (site) => {
      readSite(c, site);
      return findSite(site).keys;
    },
  };
}

export function constantType(value: ConstantData): Type {
  switch (value.type) {
    case 'None':
      return none;
    case 'bool':
      return bool;
    case 'int':
      return value.value >= -(1n << 63n) && value.value <= intMax ? int(value.value, value.value) : bigInt;
    case 'float':
      return float;
    case 'str':
      return str;
    case 'bytes':
      return bytes;
    case 'NotImplemented':
      return builtin('NotImplemented');
    default:
      return any;
  }
}

export function globalSite(a: Analysis, module: string, name: string): Site {
  const key = `${module}.${name}`;
  let site = a.globals.get(key);
  if (site === undefined) a.globals.set(key, (site = newSite()));
  return findSite(site);
}

function store(site: Site, type: Type): void {
  if (type.kind !== 'Never') storeElement(site, type);
}

const anything = (): Type => any;
const nothing = (): Type => none;

const rules: { readonly [K in GenericKind]: Rule<K> } = {
  Constant: (_, __, i) => constantType(i.value),
  Unbound: () => unbound,
  Parameter: (_, c, i) => c.parameters[i.index] ?? any,
  CheckBound: (_, c, i) => withoutUnbound(typeIn(c, i.value)),
  Refine: (a, c, i) => refine(a, c, typeIn(c, i.value), i.fact),
  LoadGlobal: loadGlobal,
  StoreGlobal: (a, c, i) => {
    const bound = a.program.modules.find((m) => m.name === i.module)?.globals.get(i.name);
    // The range of a computed value may have been a speculation, which general code does not keep.
    const literal = bound?.constant === true && c.shape.definition.get(i.value)?.kind === 'Constant';
    storeGlobal(a, globalSite(a, i.module, i.name), typeIn(c, i.value), literal);
    return none;
  },
  DeleteGlobal: nothing,
  LoadBuiltin: (_, __, i) => (i.name === 'Ellipsis' ? any : builtin(i.name)),
  MakeCell: (_, c, i) => {
    const site = siteOf(c, i.result);
    if (i.value !== null) store(site, typeIn(c, i.value));
    return cell(site);
  },
  FreeCell: (a, c, i) => a.cellTypes.get(c.fn)?.[i.index] ?? any,
  LoadCell: (_, c, i) => {
    const type = typeIn(c, i.cell);
    return type.kind === 'Cell' ? unboxedType(readSite(c, type.site)) : type.kind === 'Never' ? never : any;
  },
  StoreCell: (_, c, i) => {
    const type = typeIn(c, i.cell);
    if (type.kind === 'Cell' && i.value !== null) store(type.site, typeIn(c, i.value));
    return none;
  },
  Unary: transferUnary,
  Binary: transferBinary,
  InplaceBinary: transferBinary,
  Compare: transferCompare,
  Truth: () => bool,
  GetAttr: transferGetAttr,
  SetAttr: (a, c, i) => {
    const object = typeIn(c, i.object);
    for (const member of membersOf(object))
      if (member.kind === 'Instance') store(attributeSite(a, member.info, i.name), typeIn(c, i.value));
      else if (member.kind === 'Any') store(looseSite(a, i.name), typeIn(c, i.value));
    return none;
  },
  DelAttr: nothing,
  GetItem: getItem,
  SetItem: (a, c, i) => {
    const object = typeIn(c, i.object);
    if (object.kind === 'List' && typeIn(c, i.index).kind !== 'Any') {
      if (intervalOf(typeIn(c, i.index)) !== null) store(object.site, typeIn(c, i.value));
      else if (typeIn(c, i.value).kind !== 'Never')
        store(object.site, itemType(typeIn(c, i.value), signatureContext(c, i.result)));
    } else if (object.kind === 'Dict') storePair(c, object.site, i.index, i.value);
    else if (object.kind === 'Instance') transferMethodOf(a, c, i.result, i.object, '__setitem__', [i.index, i.value]);
    return none;
  },
  DelItem: nothing,
  BuildSlice: anything,
  BuildTuple: (_, c, i) => tuple(i.items.map((item) => typeIn(c, item))),
  BuildList: (_, c, i) => {
    const site = siteOf(c, i.result);
    for (const item of i.items) store(site, typeIn(c, item));
    return container('List', siteOf(c, i.result));
  },
  BuildSet: (_, c, i) => {
    const site = siteOf(c, i.result);
    for (const item of i.items) store(site, typeIn(c, item));
    return container('Set', siteOf(c, i.result));
  },
  BuildDict: (_, c, i) => {
    i.keys.forEach((key, index) => storePair(c, siteOf(c, i.result), key, i.values[index]!));
    return container('Dict', siteOf(c, i.result));
  },
  ListAppend: storeItem,
  SetAdd: storeItem,
  Accumulator: (_, c, i) => cell(siteOf(c, i.result)),
  AccumulatorAdd: (_, c, i) => {
    const type = typeIn(c, i.accumulator);
    if (type.kind === 'Cell') store(type.site, typeIn(c, i.item));
    return none;
  },
  AccumulatorResult: accumulated,
  ListExtend: extend,
  SetUpdate: extend,
  DictUpdate: updateDict,
  DictMerge: updateDict,
  DictSet: (_, c, i) => {
    const object = typeIn(c, i.container);
    if (object.kind === 'Dict') storePair(c, object.site, i.key, i.value);
    return none;
  },
  ListToTuple: () => anyTuple,
  BuildString: () => str,
  FormatValue: () => str,
  Call: transferCall,
  FindMethod: transferFindMethod,
  CallMethod: transferCallMethod,
  CallSpecial: (a, c, i) => (lacksExit(a, c, i) ? any : transferMethodOf(a, c, i.result, i.object, i.name, i.args) ?? any),
  CallStar: anything,
  GetIter: (_, c, i) => {
    const over = typeIn(c, i.iterable);
    switch (over.kind) {
      case 'Never':
        return never;
      case 'List':
      case 'Dict':
      case 'Set':
      case 'Str':
      case 'Bytes':
      case 'Tuple':
      case 'Range':
      case 'View':
        return iterator(over);
      case 'Iterator':
      case 'Generator':
        return over;
      default:
        return any;
    }
  },
  Next: (_, c, i) => {
    const type = typeIn(c, i.iterator);
    return type.kind === 'Never' ? never : itemType(type, signatureContext(c, i.result));
  },
  HasValue: () => bool,
  IsBound: () => bool,
  Keep: () => none,
  Unpack: (_, c, i) => {
    const type = typeIn(c, i.value);
    if (type.kind === 'Never') return never;
    if (type.kind === 'Tuple') return type.items.length === i.count ? type : any;
    const item = itemType(type, signatureContext(c, i.result));
    return tuple(Array.from({ length: i.count }, () => item));
  },
  UnpackStar: (_, c, i) => {
    const item = itemType(typeIn(c, i.value), signatureContext(c, i.result));
    const site = siteOf(c, i.result);
    store(site, item);
    return tuple(
      Array.from({ length: i.before + 1 + i.after }, (_unused, index) =>
        index === i.before ? container('List', siteOf(c, i.result)) : item,
      ),
    );
  },
  TupleItem: (_, c, i) => {
    const type = typeIn(c, i.tuple);
    return type.kind === 'Tuple' ? (type.items[i.index] ?? any) : type.kind === 'Never' ? never : any;
  },
  MakeFunction: makeFunction,
  MakeClass: (a, c, i) => {
    defineClass(
      a,
      i.info,
      i.prepared ? [] : i.args.slice(0, i.args.length - i.keywords.length).map((arg) => typeIn(c, arg)),
      i.prepared ? 1 : i.keywords.length,
    );
    return isStatic(a, i.info) ? classObject(i.info) : any;
  },
  Raise: () => never,
  EnterHandler: anything,
  HandledException: anything,
  LeaveHandler: nothing,
  MatchException: () => bool,
  SetPending: nothing,
  Yield: (a, c, i) => {
    const type = typeIn(c, i.value);
    store(yieldSiteOf(a, c.fn), type);
    return any;
  },
  DelegateNext: (a, c) => {
    store(yieldSiteOf(a, c.fn), any);
    return any;
  },
  DelegateResult: anything,
  CallHelper: anything,
  ModuleNamespace: anything,
  ImportModule: (_, __, i) => moduleType(i.name),
  LoadModuleMember: (_, __, i) => memberTypes.get(`${i.module}.${i.name}`) ?? builtin(`${i.module}.${i.name}`),
};

/** `with` of what has no `__exit__` fails before `__enter__` is called. */
function lacksExit(a: Analysis, c: Context, i: OfKind<'CallSpecial'>): boolean {
  if (i.name !== '__enter__') return false;
  return membersOf(typeIn(c, i.object)).some((type) => type.kind === 'Instance' && findMember(a, type.info, '__exit__') === null);
}

/** What the generators of a function hand out. */
export function yieldSiteOf(a: Analysis, fn: IrFunction): Site {
  let site = a.yields.get(fn);
  if (site === undefined) a.yields.set(fn, (site = newSite()));
  return findSite(site);
}

function withoutUnbound(type: Type): Type {
  const left = membersOf(type).filter((member) => member.kind !== 'Unbound');
  return left.length === 0 ? never : left.reduce((x, y) => join(x, y));
}

function loadGlobal(a: Analysis, c: Context, i: OfKind<'LoadGlobal'>): Type {
  const type = readSite(c, globalSite(a, i.module, i.name));
  return i.builtin ? any : unboxedType(type);
}

/** A name bound once to a literal keeps its value; others keep what the heap keeps. */
function storeGlobal(a: Analysis, site: Site, type: Type, constant: boolean): void {
  if (type.kind === 'Never') return;
  if (!constant || type.kind !== 'Int') storeElement(site, type);
  else if (site.element.key !== type.key) {
    site.element = join(site.element, type);
    for (const reader of site.readers) enqueueReader(a, reader as Context);
  }
}

function enqueueReader(a: Analysis, context: Context): void {
  if (context.queued) return;
  context.queued = true;
  a.queue.push(context);
}

function storePair(c: Context, site: Site, key: ValueId, value: ValueId): void {
  const [k, v] = [typeIn(c, key), typeIn(c, value)];
  if (k.kind !== 'Never') storeKey(site, k);
  store(site, v);
}

function storeItem(_: Analysis, c: Context, i: OfKind<'ListAppend'>): Type {
  const object = typeIn(c, i.container);
  if ('site' in object) store(object.site, typeIn(c, i.item));
  return none;
}

/** What was added up, or one of the items. A sum of nothing is its start: the translation leaves the fast version where that is of another type. */
function accumulated(_: Analysis, c: Context, i: OfKind<'AccumulatorResult'>): Type {
  const type = typeIn(c, i.accumulator);
  const made = c.shape.definition.get(i.accumulator);
  if (type.kind !== 'Cell' || made?.kind !== 'Accumulator') return type.kind === 'Never' ? never : any;
  const items = readSite(c, type.site);
  if (made.start === null || items.kind === 'Never') return items;
  const start = typeIn(c, made.start);
  const areInts = intervalOf(items) !== null;
  if (intervalOf(start) !== null && areInts) return anyInt;
  return items.kind === 'Float' || (start.kind === 'Float' && areInts) ? float : any;
}

function extend(_: Analysis, c: Context, i: OfKind<'ListExtend'>): Type {
  const object = typeIn(c, i.container);
  const items = typeIn(c, i.item);
  if ('site' in object && items.kind !== 'Never') store(object.site, itemType(items, signatureContext(c, i.result)));
  return none;
}

function updateDict(_: Analysis, c: Context, i: OfKind<'DictUpdate' | 'DictMerge'>): Type {
  const object = typeIn(c, i.container);
  const other = typeIn(c, i.item);
  if (object.kind !== 'Dict' || other.kind === 'Never') return none;
  const s = signatureContext(c, i.result);
  storeKey(object.site, other.kind === 'Dict' ? s.readKeys(other.site) : any);
  storeElement(object.site, other.kind === 'Dict' ? s.read(other.site) : any);
  return none;
}

function getItem(a: Analysis, c: Context, i: OfKind<'GetItem'>): Type {
  const object = typeIn(c, i.object);
  const index = typeIn(c, i.index);
  if (object.kind === 'Never' || index.kind === 'Never') return never;
  const byInt = intervalOf(index) !== null;
  switch (object.kind) {
    case 'List':
      if (byInt) return readSite(c, object.site);
      return index.kind === 'Any' ? object : any;
    case 'Str':
      return str;
    case 'Bytes':
      return byInt ? int(0n, 255n) : bytes;
    case 'Dict':
      return unboxedType(readSite(c, object.site));
    case 'Tuple': {
      if (index.kind === 'Int' && index.low === index.high) {
        const position = Number(index.low < 0n ? index.low + BigInt(object.items.length) : index.low);
        return object.items[position] ?? any;
      }
      return byInt && object.items.length > 0 ? object.items.reduce((x, y) => join(x, y)) : any;
    }
    case 'Instance':
      return transferMethodOf(a, c, i.result, i.object, '__getitem__', [i.index]) ?? any;
    default:
      return any;
  }
}

function makeFunction(a: Analysis, c: Context, i: OfKind<'MakeFunction'>): Type {
  const mayChange = ['__defaults__', '__kwdefaults__'].some((name) => a.assignedNames.has(name));
  const constantOf = (id: ValueId): ConstantData | null => {
    const definition = c.shape.definition.get(id);
    return definition?.kind === 'Constant' && !mayChange ? definition.value : null;
  };
  const cells = i.cells.map((id) => typeIn(c, id));
  const before = a.cellTypes.get(i.function);
  const joined = cells.map((type, index) => join(before?.[index] ?? never, type));
  if (before === undefined || joined.some((type, index) => type.key !== before[index]!.key)) {
    a.cellTypes.set(i.function, joined);
    for (const context of a.contextsOf.get(i.function) ?? []) enqueueReader(a, context);
  }
  if (!a.made.has(i.function)) {
    a.made.set(i.function, {
      cells,
      defaults: i.defaults.map(constantOf),
      kwdefaults: new Map(i.kwdefaultNames.map((name, index) => [name, constantOf(i.kwdefaults[index]!)])),
    });
  }
  return functionType(i.function);
}

/** What a branch leaves of a type. */
function refine(a: Analysis, c: Context, type: Type, fact: Fact): Type {
  const keep = (test: (member: Type) => boolean): Type => {
    const left = membersOf(type).filter(test);
    return left.length === 0 ? type : left.reduce((x, y) => join(x, y));
  };
  switch (fact.kind) {
    case 'truthy':
      return fact.sense ? keep((member) => member.kind !== 'None') : type;
    case 'is-none':
      return fact.sense ? (type.kind === 'Any' || type.kind === 'Union' ? none : type) : keep((member) => member.kind !== 'None');
    case 'isinstance':
      return refineByClass(a, type, typeIn(c, fact.type), fact.sense, keep);
    case 'compare':
      return refineByCompare(type, fact.op, typeIn(c, fact.other));
  }
}

function refineByClass(a: Analysis, type: Type, of: Type, sense: boolean, keep: (test: (member: Type) => boolean) => Type): Type {
  if (of.kind === 'Class') {
    const leaf = ![...a.bases.values()].some((bases) => bases?.includes(of.info));
    if (!leaf || !isStatic(a, of.info)) return type;
    if (!sense) return keep((member) => member.kind !== 'Instance' || member.info !== of.info);
    return type.kind === 'Any' || type.kind === 'Union' ? instance(of.info) : type;
  }
  if (of.kind !== 'Builtin' || type.kind !== 'Union') return type;
  const kinds: { readonly [name: string]: readonly string[] } = {
    str: ['Str'],
    float: ['Float'],
    int: ['Int', 'BigInt', 'Bool'],
    list: ['List'],
    dict: ['Dict'],
    tuple: ['Tuple', 'AnyTuple'],
    bool: ['Bool'],
    set: ['Set'],
  };
  const names = kinds[of.name];
  if (names === undefined) return type;
  return keep((member) => names.includes(member.kind) === sense);
}

function refineByCompare(type: Type, op: string, other: Type): Type {
  if (type.kind !== 'Int') return type;
  const bound = intervalOf(other);
  if (bound === null) return type;
  const lower = (low: bigint): Type => int(low > type.low ? (low > type.high ? type.high : low) : type.low, type.high);
  const upper = (high: bigint): Type => int(type.low, high < type.high ? (high < type.low ? type.low : high) : type.high);
  switch (op) {
    case 'Lt':
      return upper(bound.high - 1n);
    case 'LtE':
      return upper(bound.high);
    case 'Gt':
      return lower(bound.low + 1n);
    case 'GtE':
      return lower(bound.low);
    case 'Eq': {
      const low = bound.low > type.low ? bound.low : type.low;
      const high = bound.high < type.high ? bound.high : type.high;
      return low <= high ? int(low, high) : type;
    }
    default:
      return type;
  }
}
