/** What a module offers to JavaScript: its public functions, classes and constants, with hints and docstrings. */
import type { IrModule } from '../ir/function.js';
import { docstringOf } from '../lower/docstrings.js';
import type { Arguments, AsyncFunctionDef, ClassDef, Expression, FunctionDef, Module, Statement } from '../syntax/ast.js';
import { readHint, type Vocabulary } from './annotations.js';
import { anyHint, type Hint, type IntPolicy } from './hint.js';
import { allStatements, lastName, vocabularyOf } from './vocabulary.js';

export interface Parameter {
  readonly name: string;
  readonly kind: 'positional-only' | 'positional' | 'keyword-only' | 'varargs' | 'kwargs';
  readonly hint: Hint;
  readonly optional: boolean;
}

export interface FunctionExport {
  readonly kind: 'function';
  readonly name: string;
  readonly qualname: string;
  readonly doc: string | null;
  /** In frame order: positional, keyword-only, *args, **kwargs. */
  readonly parameters: readonly Parameter[];
  readonly result: Hint;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly isBackground: boolean;
  readonly node: FunctionDef | AsyncFunctionDef;
  /** What `@overload` says instead, for TypeScript. */
  readonly overloads?: readonly FunctionExport[];
}

export interface Attribute {
  readonly name: string;
  readonly hint: Hint;
  readonly doc: string | null;
  readonly readonly: boolean;
  /** A field that may be missing. */
  readonly optional?: boolean;
}

/** `name: hint` in a class body. */
interface Field extends Attribute {
  readonly hasDefault: boolean;
}

export interface ClassExport {
  readonly kind: 'class';
  readonly name: string;
  readonly doc: string | null;
  readonly bases: readonly string[];
  readonly flavour: 'class' | 'dataclass' | 'enum' | 'record' | 'protocol' | 'exception';
  readonly constructor: FunctionExport | null;
  readonly methods: readonly (FunctionExport & { readonly isStatic: boolean })[];
  readonly attributes: readonly Attribute[];
  /** What `Generic[T]` or `class Box[T]` binds. */
  readonly variables: readonly string[];
  /** It has `__len__`. */
  readonly hasLength: boolean;
  /** Its `__iter__` or `__aiter__`. */
  readonly iterates: FunctionExport | null;
  /** Of the class itself; an enum's members. */
  readonly statics: readonly Attribute[];
}

export interface ConstantExport {
  readonly kind: 'constant';
  readonly name: string;
  readonly hint: Hint;
}

/** `Pair = tuple[int, int]`: a type, and nothing at run time. */
export interface AliasExport {
  readonly kind: 'alias';
  readonly name: string;
  readonly hint: Hint;
}

export type Export = FunctionExport | ClassExport | ConstantExport;

export interface NodeModule {
  readonly name: string;
  readonly doc: string | null;
  readonly int: IntPolicy;
  readonly exports: readonly Export[];
  /** Public aliases and TypedDicts, for TypeScript only. */
  readonly types: readonly (AliasExport | ClassExport)[];
  /** Every function and class of the module's level: also private ones cross the border, as results. */
  readonly all: readonly Export[];
}

export interface ExportOptions {
  readonly int: IntPolicy;
  /** Names of `--background`. */
  readonly background: readonly string[];
  readonly text: string;
  /** Fields of classes that have been described. */
  readonly fields?: Map<string, readonly Field[]>;
}

export function exportsOf(module: Pick<IrModule, 'name'>, tree: Module, options: ExportOptions): NodeModule {
  const v = vocabularyOf(tree, options.int);
  const found = new Map<string, Export>();
  const statements = allStatements(tree.body);
  const context = { ...options, fields: new Map<string, readonly Field[]>() };
  for (const statement of statements) for (const one of describe(v, statement, context)) found.set(one.name, withOverloads(one, found.get(one.name)));
  const listed = listedNames(statements);
  const names = listed ?? [...new Set([...found.keys(), ...aliases(v).keys()])].filter((name) => !name.startsWith('_'));
  const types = names.flatMap((name) => typeOnly(v, name, found.get(name)) ?? []);
  const runs = names.filter((name) => v.names.get(name)?.kind !== 'variable' && typeOnly(v, name, found.get(name)) === null);
  const exports = runs.map((name) => found.get(name) ?? ({ kind: 'constant', name, hint: anyHint } as const));
  return { name: module.name, doc: docstringOf(tree.body), int: options.int, exports, types, all: [...found.values()] };
}

const isOverload = ({ node }: FunctionExport): boolean => node.decorator_list.some((decorator) => lastName(decorator) === 'overload');

/** `before`: what stood under the name until now. */
function withOverloads(one: Export, before: Export | undefined): Export {
  if (one.kind !== 'function' || before?.kind !== 'function' || !isOverload(before)) return one;
  return { ...one, overloads: [...(before.overloads ?? []), before] };
}

const aliases = (v: Vocabulary): ReadonlyMap<string, unknown> => new Map([...v.names].filter(([, meaning]) => meaning.kind === 'alias'));

function typeOnly(v: Vocabulary, name: string, one: Export | undefined): AliasExport | ClassExport | null {
  if (one?.kind === 'class') return one.flavour === 'record' ? one : null;
  const meaning = v.names.get(name);
  return meaning?.kind === 'alias' ? { kind: 'alias', name, hint: readHint(v, { kind: 'Name', id: name, ctx: 'Load', span: { start: 0, end: 0 } }) } : null;
}

/** `__all__ = ['a', 'b']`, if the module has one. */
function listedNames(statements: readonly Statement[]): string[] | null {
  for (const statement of statements) {
    if (statement.kind !== 'Assign' || lastName(statement.targets[0]!) !== '__all__') continue;
    if (statement.value.kind !== 'List' && statement.value.kind !== 'Tuple') return null;
    return statement.value.elts.flatMap((item) => (item.kind === 'Constant' && item.value.type === 'str' ? [item.value.value] : []));
  }
  return null;
}

function describe(v: Vocabulary, statement: Statement, options: ExportOptions): Export[] {
  switch (statement.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return [describeFunction(v, statement, '', options)];
    case 'ClassDef':
      return [describeClass(v, statement, options)];
    case 'Assign':
      return statement.targets.flatMap((target) => constants(target, literalHint(v, statement.value)));
    case 'AnnAssign':
      return statement.value === null || lastName(statement.annotation) === 'TypeAlias' ? [] : constants(statement.target, declaredHint(v, statement.annotation, statement.value));
    default:
      return [];
  }
}

function constants(target: Expression, hint: Hint): ConstantExport[] {
  if (target.kind === 'Name') return /^__.*__$/.test(target.id) ? [] : [{ kind: 'constant', name: target.id, hint }];
  return target.kind === 'Tuple' || target.kind === 'List' ? target.elts.flatMap((item) => constants(item, anyHint)) : [];
}

/** `x: Final = 3` says no type. */
function declaredHint(v: Vocabulary, annotation: Expression, value: Expression): Hint {
  return lastName(annotation) === 'Final' ? literalHint(v, value) : readHint(v, annotation);
}

/** What a constant certainly is, by the look of its expression. */
function literalHint(v: Vocabulary, value: Expression): Hint {
  if (value.kind === 'UnaryOp' && value.op === 'USub') return literalHint(v, value.operand);
  if (value.kind === 'JoinedStr') return { kind: 'str' };
  if (value.kind === 'Tuple' && !value.elts.some((item) => item.kind === 'Starred')) return { kind: 'tuple', items: value.elts.map((item) => literalHint(v, item)) };
  if (value.kind === 'Lambda' || (value.kind === 'Call' && lastName(value.func) === 'partial')) return { kind: 'callable', parameters: null, result: anyHint };
  if (value.kind === 'Call') return madeBy(readHint(v, value.func));
  if (value.kind !== 'Constant') return anyHint;
  switch (value.value.type) {
    case 'int':
      return { kind: 'int', policy: v.int };
    case 'None':
      return { kind: 'none' };
    case 'float':
    case 'str':
    case 'bool':
    case 'bytes':
      return { kind: value.value.type };
    default:
      return anyHint;
  }
}

/** What a call of a class gives. */
const madeBy = (hint: Hint): Hint => (hint.kind === 'class' || hint.kind === 'datetime' || hint.kind === 'date' ? hint : anyHint);

function describeFunction(v: Vocabulary, node: FunctionDef | AsyncFunctionDef, prefix: string, options: ExportOptions): FunctionExport {
  const qualname = prefix + node.name;
  return {
    kind: 'function',
    name: node.name,
    qualname,
    doc: docstringOf(node.body),
    parameters: describeParameters(v, node.args),
    result: readHint(v, node.returns),
    isAsync: node.kind === 'AsyncFunctionDef',
    isGenerator: yields(node.body),
    isBackground: options.background.includes(qualname) || isMarked(node, options.text),
    node,
  };
}

/** `# tauraro: background` stands on the line above the `def` or its decorators. */
function isMarked(node: FunctionDef | AsyncFunctionDef, text: string): boolean {
  const start = Math.min(node.span.start, ...node.decorator_list.map((decorator) => decorator.span.start));
  const before = text.slice(0, text.lastIndexOf('\n', start) + 1).trimEnd();
  return /^\s*#\s*tauraro:\s*background\s*$/.test(before.slice(before.lastIndexOf('\n') + 1));
}

function describeParameters(v: Vocabulary, args: Arguments): Parameter[] {
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  const rows = positional.map((arg, index): Parameter => {
    const kind = index < args.posonlyargs.length ? 'positional-only' : 'positional';
    return { name: arg.arg, kind, hint: readHint(v, arg.annotation), optional: index >= firstDefault };
  });
  args.kwonlyargs.forEach((arg, index) => {
    rows.push({ name: arg.arg, kind: 'keyword-only', hint: readHint(v, arg.annotation), optional: args.kw_defaults[index] !== null });
  });
  if (args.vararg !== null) rows.push({ name: args.vararg.arg, kind: 'varargs', hint: readHint(v, args.vararg.annotation), optional: true });
  if (args.kwarg !== null) rows.push({ name: args.kwarg.arg, kind: 'kwargs', hint: readHint(v, args.kwarg.annotation), optional: true });
  return rows;
}

/** Is there a `yield` in the function's own body? */
function yields(body: readonly Statement[]): boolean {
  const seen = (node: unknown): boolean => {
    if (Array.isArray(node)) return node.some(seen);
    if (typeof node !== 'object' || node === null || node instanceof Uint8Array) return false;
    const { kind } = node as { kind?: string };
    if (kind === 'Yield' || kind === 'YieldFrom') return true;
    if (kind === 'FunctionDef' || kind === 'AsyncFunctionDef' || kind === 'ClassDef' || kind === 'Lambda') return false;
    return Object.values(node).some(seen);
  };
  return seen(body);
}

function describeClass(v: Vocabulary, node: ClassDef, options: ExportOptions): ClassExport {
  const decorators = node.decorator_list.map((decorator) => lastName(decorator.kind === 'Call' ? decorator.func : decorator));
  const bases = node.bases.map((base) => lastName(base.kind === 'Subscript' ? base.value : base)).filter((name) => name !== null);
  const flavour = flavourOf(decorators, bases);
  const functions = node.body.filter((statement) => statement.kind === 'FunctionDef' || statement.kind === 'AsyncFunctionDef');
  const init = functions.find((fn) => fn.name === '__init__');
  const setter = functions.find((fn) => fn.name === '__setattr__');
  const isFrozen = hasOption(node, 'frozen') || bases.includes('NamedTuple') || (setter !== undefined && isMade(node, setter));
  const described = functions.map((fn) => describeMethod(v, node.name, fn, options));
  const fields = node.body.flatMap((statement): Field[] => {
    if (statement.kind !== 'AnnAssign' || statement.target.kind !== 'Name' || isOfClass(statement.annotation)) return [];
    const optional = flavour === 'record' && !isRequired(v, node.name, statement.target.id);
    return [{ name: statement.target.id, hint: readHint(v, statement.annotation), doc: null, readonly: isFrozen, optional, hasDefault: statement.value !== null }];
  });
  const values = node.body.flatMap((statement) => classConstants(v, statement));
  const all = withInherited(node, fields, options);
  const iterates = functions.find((fn) => fn.name === '__iter__' || fn.name === '__aiter__');
  const isPublic = ({ name }: { name: string }): boolean => !name.startsWith('_');
  return {
    kind: 'class',
    name: node.name,
    doc: docstringOf(node.body),
    bases,
    flavour,
    variables: variablesOfClass(node),
    iterates: iterates === undefined ? null : { ...describeFunction(v, iterates, `${node.name}.`, options), isAsync: iterates.name === '__aiter__', isGenerator: true },
    constructor: init !== undefined ? describeInit(v, node, init, all, options) : flavour === 'dataclass' || bases.includes('NamedTuple') ? dataclassConstructor(node, all) : null,
    methods: described.flatMap((one) => (one.kind === 'method' && isPublic(one.method) ? [one.method] : [])),
    hasLength: functions.some(({ name }) => name === '__len__'),
    attributes: unique([...fields, ...(init === undefined ? [] : assignedAttributes(v, init)), ...described.flatMap((one) => (one.kind === 'property' ? [one.attribute] : []))]).filter(isPublic).map((one) => (isFrozen ? { ...one, readonly: true } : one)),
    statics: values.filter(isPublic).map(({ name, hint }) => ({ name, hint: flavour === 'enum' ? { kind: 'class', name: node.name } : hint, doc: null, readonly: flavour === 'enum' })),
  };
}

function variablesOfClass({ bases, type_params }: ClassDef): string[] {
  const generic = bases.flatMap((base) => (base.kind === 'Subscript' && ['Generic', 'Protocol'].includes(lastName(base.value) ?? '') ? (base.slice.kind === 'Tuple' ? base.slice.elts : [base.slice]) : []));
  return [...type_params.map(({ name }) => name), ...generic.flatMap((one) => (one.kind === 'Name' ? [one.id] : []))];
}

/** `x: ClassVar[int] = 0` */
const isOfClass = (annotation: Expression): boolean => lastName(annotation.kind === 'Subscript' ? annotation.value : annotation) === 'ClassVar';

function classConstants(v: Vocabulary, statement: Statement): ConstantExport[] {
  if (statement.kind === 'Assign') return statement.targets.flatMap((target) => constants(target, literalHint(v, statement.value)));
  if (statement.kind !== 'AnnAssign' || statement.value === null || !isOfClass(statement.annotation)) return [];
  return constants(statement.target, statement.annotation.kind === 'Subscript' ? readHint(v, statement.annotation) : literalHint(v, statement.value));
}

/** `@dataclass(frozen=True)` */
function hasOption(node: ClassDef, option: string): boolean {
  const keywords = node.decorator_list.flatMap((decorator) => (decorator.kind === 'Call' ? decorator.keywords : []));
  return keywords.some(({ arg, value }) => arg === option && value.kind === 'Constant' && value.value.type === 'bool' && value.value.value);
}

function isRequired(v: Vocabulary, record: string, field: string): boolean {
  const hint = readHint(v, { kind: 'Name', id: record, ctx: 'Load', span: { start: 0, end: 0 } });
  return hint.kind !== 'record' || hint.fields.find(({ name }) => name === field)?.required !== false;
}

const enumBases = new Set(['Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag']);

function flavourOf(decorators: readonly (string | null)[], bases: readonly string[]): ClassExport['flavour'] {
  if (decorators.includes('dataclass')) return 'dataclass';
  if (bases.some((base) => enumBases.has(base))) return 'enum';
  if (bases.some((base) => /(Error|Exception|Warning)$/.test(base))) return 'exception';
  return bases.includes('TypedDict') ? 'record' : bases.includes('Protocol') ? 'protocol' : 'class';
}

function unique(attributes: readonly Attribute[]): Attribute[] {
  const byName = new Map<string, Attribute>();
  for (const one of attributes) {
    const known = byName.get(one.name);
    const hinted = known === undefined || known.hint.kind === 'any' ? one : known;
    byName.set(one.name, { ...hinted, readonly: one.readonly && (known?.readonly ?? true) }); // a property that has a setter
  }
  return [...byName.values()];
}

/** What `@dataclass` makes (lib/syntax/dataclasses) stands before the class. */
const isMade = (node: ClassDef, fn: FunctionDef | AsyncFunctionDef): boolean => node.body.length === 0 || fn.span.start < node.body[0]!.span.start;

/** The parameters of one that is made are fields, also those of bases. */
function describeInit(v: Vocabulary, node: ClassDef, init: FunctionDef | AsyncFunctionDef, fields: readonly Field[], options: ExportOptions): FunctionExport {
  const described = describeFunction(v, init, `${node.name}.`, options);
  if (!isMade(node, init)) return described;
  return { ...described, parameters: described.parameters.map((one) => ({ ...one, hint: fields.find(({ name }) => name === one.name)?.hint ?? one.hint })) };
}

/** The fields of a data class in the order of its parameters: those of its bases come first. */
function withInherited(node: ClassDef, own: readonly Field[], { fields }: ExportOptions): readonly Field[] {
  const inherited = node.bases.flatMap((base) => (base.kind === 'Name' ? (fields?.get(base.id) ?? []) : []));
  const named = (name: string) => (field: Field): boolean => field.name === name;
  const all = [...inherited.map((field) => own.find(named(field.name)) ?? field), ...own.filter(({ name }) => !inherited.some(named(name)))];
  fields?.set(node.name, all);
  return all;
}

/** The `__init__` that `@dataclass` makes when the program runs. */
function dataclassConstructor(node: ClassDef, fields: readonly Field[]): FunctionExport {
  const self: Parameter = { name: 'self', kind: 'positional', hint: anyHint, optional: false };
  const kind = hasOption(node, 'kw_only') ? 'keyword-only' : 'positional';
  const parameters = fields.map(({ name, hint, hasDefault }): Parameter => ({ name, kind, hint, optional: hasDefault }));
  const placeholder = { kind: 'FunctionDef', span: node.span } as FunctionDef;
  return { kind: 'function', name: '__init__', qualname: `${node.name}.__init__`, doc: null, parameters: [self, ...parameters], result: anyHint, isAsync: false, isGenerator: false, isBackground: false, node: placeholder };
}

type Described = { kind: 'method'; method: FunctionExport & { isStatic: boolean } } | { kind: 'property'; attribute: Attribute } | { kind: 'none' };

function describeMethod(v: Vocabulary, owner: string, node: FunctionDef | AsyncFunctionDef, options: ExportOptions): Described {
  const decorators = node.decorator_list.map(lastName);
  if (decorators.includes('property') || decorators.includes('cached_property')) {
    return { kind: 'property', attribute: { name: node.name, hint: readHint(v, node.returns), doc: docstringOf(node.body), readonly: true } };
  }
  if (decorators.includes('setter')) {
    const hint = readHint(v, node.returns === null ? (node.args.args[1]?.annotation ?? null) : null);
    return { kind: 'property', attribute: { name: node.name, hint, doc: null, readonly: false } };
  }
  if (decorators.includes('deleter') || decorators.includes('overload')) return { kind: 'none' };
  const isStatic = decorators.includes('staticmethod') || decorators.includes('classmethod');
  const method = describeFunction(v, node, `${owner}.`, options);
  const isBound = !decorators.includes('staticmethod');
  return { kind: 'method', method: { ...method, parameters: isBound ? method.parameters.slice(1) : method.parameters, isStatic } };
}

/** An attribute that starts as None will be something else. */
const orAny = (hint: Hint): Hint => (hint.kind === 'none' ? anyHint : hint);

/** `self.x = …` in `__init__`: with the hint of the parameter or of the annotation. */
function assignedAttributes(v: Vocabulary, init: FunctionDef | AsyncFunctionDef): Attribute[] {
  const self = [...init.args.posonlyargs, ...init.args.args][0]?.arg;
  const hints = new Map(describeParameters(v, init.args).map((parameter) => [parameter.name, parameter.hint]));
  return allStatements(init.body).flatMap((statement): Attribute[] => {
    const [target, value, annotation] = statement.kind === 'Assign' ? [statement.targets[0]!, statement.value, null] : statement.kind === 'AnnAssign' ? [statement.target, statement.value, statement.annotation] : [null, null, null];
    if (target?.kind !== 'Attribute' || target.value.kind !== 'Name' || target.value.id !== self) return [];
    const guess = value === null ? anyHint : value.kind === 'Name' ? (hints.get(value.id) ?? anyHint) : orAny(literalHint(v, value));
    return [{ name: target.attr, hint: annotation === null ? guess : readHint(v, annotation), doc: null, readonly: false }];
  });
}
