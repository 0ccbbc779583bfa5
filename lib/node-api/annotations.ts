/** From the expression of an annotation to a Hint. What isn't understood is `any`: annotations never stop a build. */
import type { Expression, Statement, Subscript } from '../syntax/ast.js';
import { anyHint, noneHint, union, type Hint, type IntPolicy, type RecordField } from './hint.js';

/** What a name of the module means in annotations. */
export type Meaning =
  /** A member of `typing`, `collections.abc` and the like. */
  | { readonly kind: 'special'; readonly name: string }
  | { readonly kind: 'module' }
  | { readonly kind: 'class'; readonly name: string; readonly isProtocol: boolean }
  | { readonly kind: 'record'; readonly name: string; readonly body: readonly Statement[]; readonly total: boolean }
  | { readonly kind: 'alias'; readonly value: Expression }
  | { readonly kind: 'variable'; readonly name: string };

export interface Vocabulary {
  readonly names: ReadonlyMap<string, Meaning>;
  readonly int: IntPolicy;
  /** Aliases and TypedDicts around: one inside itself has no further content. */
  readonly around?: ReadonlySet<string>;
  /** Reads the text of a quoted annotation; null where it is none. */
  readonly parse: (text: string) => Expression | null;
}

const maxDepth = 20;

export function readHint(v: Vocabulary, node: Expression | null, depth = 0): Hint {
  if (node === null || depth > maxDepth) return anyHint;
  switch (node.kind) {
    case 'Constant':
      return readConstant(v, node.value, depth);
    case 'Name':
    case 'Attribute':
      return readName(v, node, depth);
    case 'BinOp':
      if (node.op !== 'BitOr') return anyHint;
      return union([readHint(v, node.left, depth + 1), readHint(v, node.right, depth + 1)]);
    case 'Subscript':
      return readSubscript(v, node, depth);
    default:
      return anyHint;
  }
}

function readConstant(v: Vocabulary, value: (Expression & { kind: 'Constant' })['value'], depth: number): Hint {
  if (value.type === 'None') return noneHint;
  return value.type === 'str' ? readHint(v, v.parse(value.value), depth + 1) : anyHint;
}

/** The name by which typing knows it, or the built-in one: `typing.List`, `List` and `list` are all `list`. */
function specialName(v: Vocabulary, node: Expression): string | null {
  if (node.kind === 'Name') {
    const meaning = v.names.get(node.id);
    if (meaning === undefined) return node.id;
    return meaning.kind === 'special' ? meaning.name : null;
  }
  if (node.kind !== 'Attribute') return null;
  return isModule(v, node.value) ? node.attr : null;
}

function isModule(v: Vocabulary, node: Expression): boolean {
  if (node.kind === 'Attribute') return isModule(v, node.value);
  return node.kind === 'Name' && v.names.get(node.id)?.kind === 'module';
}

const bare: { readonly [name: string]: Hint } = {
  None: noneHint,
  float: { kind: 'float' },
  bool: { kind: 'bool' },
  str: { kind: 'str' },
  Text: { kind: 'str' },
  LiteralString: { kind: 'str' },
  AnyStr: { kind: 'str' },
  bytes: { kind: 'bytes' },
  ByteString: { kind: 'bytes' },
  bytearray: { kind: 'bytearray' },
  memoryview: { kind: 'memoryview' },
  Buffer: { kind: 'memoryview' },
  datetime: { kind: 'datetime' },
  date: { kind: 'date' },
};

function readName(v: Vocabulary, node: Expression, depth: number): Hint {
  const meaning = node.kind === 'Name' ? v.names.get(node.id) : undefined;
  switch (meaning?.kind) {
    case 'class':
      return meaning.isProtocol ? { kind: 'class', name: meaning.name, isProtocol: true } : { kind: 'class', name: meaning.name };
    case 'record':
      return isAround(v, node) ? { kind: 'record', name: meaning.name, fields: [] } : readRecord(within(v, node), meaning, depth);
    case 'alias':
      return isAround(v, node) ? anyHint : readHint(within(v, node), meaning.value, depth + 1);
    case 'variable':
      return { kind: 'variable', name: meaning.name };
    default:
      break;
  }
  const name = specialName(v, node);
  if (name === null) return anyHint;
  if (name === 'int') return { kind: 'int', policy: v.int };
  return bare[name] ?? readGeneric(v, name, [], depth);
}

const isAround = (v: Vocabulary, node: Expression): boolean => node.kind === 'Name' && v.around?.has(node.id) === true;
const within = (v: Vocabulary, node: Expression): Vocabulary => (node.kind === 'Name' ? { ...v, around: new Set([...(v.around ?? []), node.id]) } : v);

function readSubscript(v: Vocabulary, node: Subscript, depth: number): Hint {
  const name = specialName(v, node.value);
  if (name === null) {
    const hint = readHint(v, node.value, depth + 1);
    const items = node.slice.kind === 'Tuple' ? node.slice.elts : [node.slice];
    return hint.kind === 'class' ? { ...hint, args: items.map((item) => readHint(v, item, depth + 1)) } : hint;
  }
  const args = node.slice.kind === 'Tuple' ? node.slice.elts : [node.slice];
  if (name === 'Literal') return readLiteral(args);
  return readGeneric(v, name, args, depth);
}

function readLiteral(args: readonly Expression[]): Hint {
  const values = args.flatMap((arg) => {
    if (arg.kind === 'Constant') return [arg.value];
    if (arg.kind !== 'UnaryOp' || arg.op !== 'USub' || arg.operand.kind !== 'Constant' || arg.operand.value.type !== 'int') return [];
    return [{ type: 'int', value: -arg.operand.value.value } as const];
  });
  return values.length === args.length ? { kind: 'literal', values } : anyHint;
}

/** Names of typing by the kind of container they describe. */
const kinds: { readonly [name: string]: 'list' | 'set' | 'frozenset' | 'iterable' | 'asyncIterable' | 'dict' } = {
  ...of('list', 'list List Sequence MutableSequence Collection'),
  ...of('set', 'set Set MutableSet'),
  ...of('frozenset', 'frozenset FrozenSet AbstractSet'),
  ...of('iterable', 'Iterable Iterator Generator Reversible'),
  ...of('asyncIterable', 'AsyncIterable AsyncIterator AsyncGenerator'),
  ...of('dict', 'dict Dict Mapping MutableMapping DefaultDict defaultdict OrderedDict'),
};

function of<Kind extends string>(kind: Kind, names: string): { [name: string]: Kind } {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

function readGeneric(v: Vocabulary, name: string, args: readonly Expression[], depth: number): Hint {
  const arg = (index: number): Hint => readHint(v, args[index] ?? null, depth + 1);
  const kind = kinds[name];
  if (kind === 'dict') return { kind, key: arg(0), value: arg(1) };
  if (kind !== undefined) return { kind, item: arg(0) };
  switch (name) {
    case 'Counter':
      return { kind: 'dict', key: arg(0), value: { kind: 'int', policy: v.int } };
    case 'tuple':
    case 'Tuple':
      return readTuple(v, args, depth);
    case 'Optional':
      return union([arg(0), noneHint]);
    case 'Union':
      return union(args.map((_, index) => arg(index)));
    case 'Annotated':
      return withPolicy(arg(0), args.slice(1));
    case 'Final':
    case 'ClassVar':
    case 'Required':
    case 'NotRequired':
    case 'ReadOnly':
      return arg(0);
    case 'Callable':
      return readCallable(v, args, depth);
    case 'Awaitable':
      return { kind: 'awaitable', result: arg(0) };
    case 'Coroutine':
      return { kind: 'awaitable', result: arg(2) };
    case 'Self':
      return { kind: 'variable', name: 'Self' };
    default:
      return anyHint;
  }
}

function readTuple(v: Vocabulary, args: readonly Expression[], depth: number): Hint {
  if (args.length === 0) return { kind: 'row', item: anyHint };
  if (args.length === 1 && args[0]!.kind === 'Tuple' && args[0]!.elts.length === 0) return { kind: 'tuple', items: [] };
  const last = args.at(-1)!;
  if (args.length === 2 && last.kind === 'Constant' && last.value.type === 'Ellipsis') return { kind: 'row', item: readHint(v, args[0]!, depth + 1) };
  return { kind: 'tuple', items: args.map((arg) => readHint(v, arg, depth + 1)) };
}

function readCallable(v: Vocabulary, args: readonly Expression[], depth: number): Hint {
  const [parameters, result] = args;
  const listed = parameters?.kind === 'List' ? parameters.elts.map((one) => readHint(v, one, depth + 1)) : null;
  return { kind: 'callable', parameters: listed, result: readHint(v, result ?? null, depth + 1) };
}

/** `Annotated[int, "bigint"]` */
function withPolicy(hint: Hint, notes: readonly Expression[]): Hint {
  for (const note of notes) {
    if (hint.kind !== 'int' || note.kind !== 'Constant' || note.value.type !== 'str') continue;
    const { value } = note.value;
    if (value === 'auto' || value === 'number' || value === 'bigint') return { kind: 'int', policy: value };
  }
  return hint;
}

function readRecord(v: Vocabulary, { name, body, total }: Meaning & { kind: 'record' }, depth: number): Hint {
  const fields = body.flatMap((statement): RecordField[] => {
    if (statement.kind !== 'AnnAssign' || statement.target.kind !== 'Name') return [];
    const marker = statement.annotation.kind === 'Subscript' ? specialName(v, statement.annotation.value) : null;
    const required = marker === 'Required' || (total && marker !== 'NotRequired');
    return [{ name: statement.target.id, hint: readHint(v, statement.annotation, depth + 1), required }];
  });
  return { kind: 'record', name, fields };
}
