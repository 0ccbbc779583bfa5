/**
 * `@dataclass` as the methods that it makes, so that they are compiled like any others:
 *
 *     @dataclass                    class P:
 *     class P:                          x: int
 *         x: int             =>         y: list
 *         y: list = field(default_factory=list)
 *                                       def __init__(self, x, y=__dataclass_factory__): …
 *                                       def __repr__(self): …
 *
 * What can't be read off the text is left to the decorator. Fields are described for `fields()` only where the program may ask for them.
 */
import { Diagnostics } from '../../base/diagnostic.js';
import { SourceFile, type Span } from '../../base/source.js';
import type { AnnAssign, ClassDef, Expression, ImportFrom, Module, Node, Statement } from '../ast.js';
import { parseModule } from '../parse.js';
import { fileNames, meaningOf, type FileNames } from '../file-names.js';
import { isImmutable, optionsOf, ownFields, type DataField, type Options } from './read-class.js';
import { writeMethods, type DataClass } from './write-methods.js';

interface Expansion {
  readonly names: FileNames;
  /** Are the fields described? */
  readonly describes: boolean;
  /** Classes whose bases and fields are known, by name; null: no data class. */
  readonly known: Map<string, { readonly data: DataClass | null; readonly hasPostInit: boolean }>;
  /** Helpers of the library that the methods name. */
  readonly helpers: Set<string>;
  leftToDecorator: boolean;
}

/** What makes a program look at the fields of its classes. */
const askers = ['fields', 'asdict', 'astuple', 'replace', 'is_dataclass', 'make_dataclass', 'Field', '__dataclass_fields__', '__dataclass_params__', '__replace__', '__dict__', 'vars', 'dir'];

/** `isShared`: other modules of the program may ask for the fields. */
export function withDataclasses(tree: Module, isShared: () => boolean): Module {
  if (!tree.body.some(importsDataclasses)) return tree;
  const names = fileNames(tree);
  if (names.bindings.has('isinstance') || names.bindings.has('object') || names.mentioned.has('pprint')) return tree;
  const asks = askers.some((name) => names.mentioned.has(name)) || isShared() || tree.body.some(mixesData);
  const [expansion, body] = expandWith(tree, names, asks);
  const [{ helpers }, expanded] = expansion.leftToDecorator && !asks ? expandWith(tree, names, true) : [expansion, body];
  return { ...tree, body: withImports(expanded, helpers) };
}

/** An enumeration shows values of a data class by their fields. */
function mixesData(statement: Statement): boolean {
  return statement.kind === 'ClassDef' && statement.bases.length > 1 && statement.bases.some((base) => base.kind === 'Name' && base.id.endsWith('Enum'));
}

function importsDataclasses(statement: Statement): boolean {
  if (statement.kind === 'Import') return statement.names.some(({ name }) => name === 'dataclasses');
  return statement.kind === 'ImportFrom' && statement.module === 'dataclasses';
}

function expandWith(tree: Module, names: FileNames, describes: boolean): [Expansion, readonly Statement[]] {
  const expansion: Expansion = { names, describes, known: new Map(), helpers: new Set(), leftToDecorator: false };
  return [expansion, expandBlock(expansion, tree.body)];
}

function expandBlock(expansion: Expansion, body: readonly Statement[]): readonly Statement[] {
  return body.map((statement) => expandStatement(expansion, statement));
}

function expandStatement(expansion: Expansion, statement: Statement): Statement {
  switch (statement.kind) {
    case 'ClassDef':
      return expandClass(expansion, { ...statement, body: expandBlock(expansion, statement.body) });
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'With':
      return { ...statement, body: expandBlock(expansion, statement.body) };
    case 'If':
    case 'For':
    case 'While':
      return { ...statement, body: expandBlock(expansion, statement.body), orelse: expandBlock(expansion, statement.orelse) };
    case 'Try':
      return { ...statement, body: expandBlock(expansion, statement.body) };
    default:
      return statement;
  }
}

function expandClass(expansion: Expansion, node: ClassDef): ClassDef {
  const { names, known } = expansion;
  const decorator = node.decorator_list.at(-1);
  const options = decorator === undefined ? undefined : optionsOf(names, decorator);
  const isFirst = names.bindings.get(node.name) === 1;
  if (options === undefined) {
    const base = decorator === undefined && isFirst ? baseOf(expansion, node) : null;
    // A class without the decorator inherits all of a data class.
    if (base !== null) known.set(node.name, { data: base.data, hasPostInit: base.hasPostInit || defines(node, '__post_init__') });
    return node;
  }
  const made = options === null ? null : readClass(expansion, node, options);
  if (made === null) {
    expansion.leftToDecorator = true;
    return node;
  }
  if (isFirst) known.set(node.name, { data: made.data, hasPostInit: made.data.hasPostInit });
  return write(expansion, node, made);
}

interface ReadClass {
  readonly data: DataClass;
  readonly own: readonly DataField[];
  readonly bases: readonly string[];
}

function readClass(expansion: Expansion, node: ClassDef, options: Options): ReadClass | null {
  const base = baseOf(expansion, node);
  const found = ownFields(expansion.names, node, options.kw_only);
  const asksDescriptors = expansion.names.defined.has('__get__') && found?.some((field) => field.default?.kind === 'Call') === true;
  if (base === null || found === null || asksDescriptors || node.keywords.length > 0 || !isAllowed(node, options, base.data)) return null;
  const own = found.filter((field) => field.kind !== 'class' || field.factory === null).map((field) => withStoredDefault(field));
  const inherited = (base.data?.fields ?? []).map((field) => inheritedFrom(base.name!, field));
  const overridden = inherited.map((field) => own.find(({ name }) => name === field.name) ?? field);
  const fields = [...overridden, ...own.filter(({ name }) => !inherited.some((field) => field.name === name))];
  if (!defaultsComeLast(fields)) return null;
  return { data: { options, fields, hasPostInit: base.hasPostInit || defines(node, '__post_init__') }, own, bases: base.data === null ? [] : [base.name!] };
}

/** What `dataclass` objects to is left to it. */
function isAllowed(node: ClassDef, options: Options, base: DataClass | null): boolean {
  if (base !== null && (base.options.frozen !== options.frozen || base.options.slots)) return false;
  if (options.order && (!options.eq || ['__lt__', '__le__', '__gt__', '__ge__'].some((name) => defines(node, name)))) return false;
  if (options.frozen && (defines(node, '__setattr__') || defines(node, '__delattr__'))) return false;
  if (options.unsafe_hash && defines(node, '__hash__')) return false;
  return !(options.slots && defines(node, '__slots__'));
}

/** The one base that is a data class, if any; null where a base isn't known. */
function baseOf(expansion: Expansion, node: ClassDef): { data: DataClass | null; hasPostInit: boolean; name: string | null } | null {
  let found: { data: DataClass | null; hasPostInit: boolean; name: string | null } = { data: null, hasPostInit: false, name: null };
  for (const base of node.bases) {
    const known = base.kind === 'Name' ? expansion.known.get(base.id) : undefined;
    if (known === undefined && !isPlainBase(expansion.names, base)) return null;
    if (known === undefined) continue;
    if (known.data !== null && found.data !== null) return null;
    const hasPostInit = found.hasPostInit || known.hasPostInit;
    found = known.data === null ? { ...found, hasPostInit } : { data: known.data, hasPostInit, name: (base as { id: string }).id };
  }
  return found;
}

const plainBases = new Set(['builtins.object', 'builtins.Exception', 'builtins.ValueError', 'builtins.RuntimeError', 'abc.ABC', 'typing.Generic', 'typing.Protocol']);

function isPlainBase(names: FileNames, base: Expression): boolean {
  return plainBases.has(meaningOf(names, base.kind === 'Subscript' ? base.value : base) ?? '');
}

function defines(node: ClassDef, name: string): boolean {
  return definedNames(node).has(name);
}

function definedNames(node: ClassDef): Set<string> {
  return new Set(
    node.body.flatMap((statement) => {
      if (statement.kind === 'FunctionDef' || statement.kind === 'AsyncFunctionDef' || statement.kind === 'ClassDef') return [statement.name];
      if (statement.kind === 'AnnAssign') return statement.target.kind === 'Name' ? [statement.target.id] : [];
      return statement.kind === 'Assign' ? statement.targets.flatMap((target) => (target.kind === 'Name' ? [target.id] : [])) : [];
    }),
  );
}

/** The class has computed it: only constants are written again. */
function withStoredDefault(field: DataField): DataField {
  if (field.default === null || isImmutable(field.default)) return field;
  return { ...field, default: { kind: 'Name', id: field.name, ctx: 'Load', span: field.default.span } };
}

function inheritedFrom(base: string, field: DataField): DataField {
  if (field.default === null || isImmutable(field.default)) return field;
  const { span } = field.default;
  return { ...field, default: { kind: 'Attribute', value: { kind: 'Name', id: base, ctx: 'Load', span }, attr: field.name, ctx: 'Load', span } };
}

function defaultsComeLast(fields: readonly DataField[]): boolean {
  const positional = fields.filter((field) => field.kind !== 'class' && field.init && !field.kwOnly);
  const hasDefault = positional.map((field) => field.default !== null || field.factory !== null);
  return !hasDefault.includes(true) || !hasDefault.slice(hasDefault.indexOf(true)).includes(false);
}

function write(expansion: Expansion, node: ClassDef, { data, own, bases }: ReadClass): ClassDef {
  const { span } = node.decorator_list.at(-1)!;
  const { text, parts } = writeMethods(data, definedNames(node), own, expansion.describes ? bases : null);
  const { body } = parseModule(new SourceFile('', `class _:\n pass\n${text.replace(/^/gm, ' ')}\n`), new Diagnostics());
  const made = (body[0] as ClassDef).body.slice(1).map((statement) => placed(statement, span, parts, expansion.helpers));
  const kept = node.body.map((statement) => (statement.kind === 'AnnAssign' ? withoutField(expansion, statement, own) : statement));
  return { ...node, body: [...kept, ...made], decorator_list: node.decorator_list.slice(0, -1) };
}

/** `x: int = field(default=1)` as `x: int = 1`; a value that `dataclass` may refuse is looked at. */
function withoutField({ names, helpers }: Expansion, statement: AnnAssign, own: readonly DataField[]): Statement {
  const { target, value } = statement;
  const field = target.kind === 'Name' ? own.find(({ name }) => name === target.id) : undefined;
  if (field === undefined || value === null || field.kind === 'class') return statement;
  const isCall = value.kind === 'Call' && meaningOf(names, value.func) === 'dataclasses.field';
  const given = isCall ? (value.keywords.find(({ arg }) => arg === 'default')?.value ?? null) : value;
  if (given === null || isImmutable(given)) return { ...statement, value: given };
  helpers.add('__dataclass_checked__');
  const { span } = given;
  const name: Expression = { kind: 'Constant', value: { type: 'str', value: field.name }, literalKind: null, span };
  const func: Expression = { kind: 'Name', id: '__dataclass_checked__', ctx: 'Load', span };
  return { ...statement, value: { kind: 'Call', func, args: [name, given], keywords: [], span } };
}

/** A copy of what was parsed, as if it stood at `span`, with the expressions of the file for their placeholders. */
function placed<N extends Node>(node: N, span: Span | null, parts: readonly Expression[], helpers: Set<string>): N {
  if (node.kind === 'Name' && node.id.startsWith('__dataclass_')) {
    const part = /^__dataclass_(\d+)__$/.exec(node.id);
    if (part !== null) return placed(parts[Number(part[1])]!, null, [], helpers) as Node as N;
    helpers.add(node.id);
  }
  const copy = Object.entries(node).map(([key, value]) => [key, key === 'span' ? (span ?? value) : key === 'value' && node.kind === 'Constant' ? value : copied(value)]);
  return Object.fromEntries(copy) as N;

  function copied(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(copied);
    return typeof value === 'object' && value !== null && 'kind' in value ? placed(value as Node, span, parts, helpers) : value;
  }
}

const homes: { readonly [helper: string]: readonly [module: string, name: string] } = {
  __dataclass_factory__: ['_dataclasses', 'factory'],
  __dataclass_missing__: ['_dataclasses', 'HasDefaultFactory'],
  __dataclass_enter__: ['_dataclasses', 'enter_repr'],
  __dataclass_leave__: ['_dataclasses', 'leave_repr'],
  __dataclass_checked__: ['_dataclasses', 'checked_default'],
  __dataclass_frozen__: ['_dataclasses', 'FrozenInstanceError'],
  __dataclass_nothing__: ['_dataclasses', 'MISSING'],
  __dataclass_describe__: ['dataclasses', '_described'],
  __dataclass_parameters__: ['dataclasses', '_DataclassParams'],
  __dataclass_replace__: ['dataclasses', '_replace'],
};

/** With imports of the helpers, and without those of `dataclass` and `field` where nobody uses them any more. */
function withImports(body: readonly Statement[], helpers: ReadonlySet<string>): readonly Statement[] {
  const { mentioned } = fileNames({ kind: 'Module', body: body.filter((statement) => !importsDataclasses(statement)) });
  const index = body.findIndex(importsDataclasses);
  const { span } = body[index]!;
  const imports = [...helpers].filter((helper) => helper in homes).map((helper): ImportFrom => {
    const [module, name] = homes[helper]!;
    return { kind: 'ImportFrom', module, names: [{ kind: 'alias', name, asname: helper, span }], level: 0, span };
  });
  const kept = body.map((statement): Statement => {
    if (statement.kind !== 'ImportFrom' || statement.module !== 'dataclasses') return statement;
    const names = statement.names.filter(({ name, asname }) => !['dataclass', 'field'].includes(name) || mentioned.has(asname ?? name));
    return names.length === 0 ? { kind: 'Pass', span: statement.span } : { ...statement, names };
  });
  return [...kept.slice(0, index), ...imports, ...kept.slice(index)];
}
