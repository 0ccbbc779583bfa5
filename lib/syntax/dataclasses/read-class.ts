/** What a `@dataclass` statement says, as far as it can be read off the text; null where only running it can tell. */
import type { AnnAssign, Call, ClassDef, Expression, Keyword, Statement } from '../ast.js';
import { meaningOf, type FileNames } from '../file-names.js';

export interface DataField {
  readonly name: string;
  /** `init`: only a parameter of `__init__`; `class`: not a field at all. */
  readonly kind: 'field' | 'init' | 'class';
  /** What the parameter's default is; null: none. */
  readonly default: Expression | null;
  readonly factory: Expression | null;
  readonly metadata: Expression | null;
  readonly init: boolean;
  readonly repr: boolean;
  readonly compare: boolean;
  readonly hash: boolean | null;
  readonly kwOnly: boolean;
}

export type Options = Readonly<Record<(typeof optionNames)[number], boolean>>;

const optionNames = ['init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots'] as const;

const usualOptions: Options = {
  init: true,
  repr: true,
  eq: true,
  order: false,
  unsafe_hash: false,
  frozen: false,
  match_args: true,
  kw_only: false,
  slots: false,
};

/** Of a decorator; undefined where it is another one, null where its arguments aren't constants. */
export function optionsOf(names: FileNames, decorator: Expression): Options | null | undefined {
  const callee = decorator.kind === 'Call' ? decorator.func : decorator;
  if (meaningOf(names, callee) !== 'dataclasses.dataclass') return undefined;
  if (decorator.kind !== 'Call') return usualOptions;
  const options = { ...usualOptions };
  if (decorator.args.length > 0) return null;
  for (const { arg, value } of decorator.keywords) {
    const name = optionNames.find((option) => option === arg);
    const flag = flagOf(value);
    if (name === undefined || typeof flag !== 'boolean') return null;
    options[name] = flag;
  }
  return options;
}

/** The fields that the body itself annotates, in order. */
export function ownFields(names: FileNames, node: ClassDef, kwOnly: boolean): DataField[] | null {
  const found = new Map<string, DataField>();
  const bound = new Map<string, number>();
  for (const name of node.body.flatMap(namesBoundBy)) bound.set(name, (bound.get(name) ?? 0) + 1);
  let isKwOnly = kwOnly;
  for (const statement of node.body) {
    // A field without an annotation is the decorator's to complain about.
    if (statement.kind === 'Assign' && isFieldCall(names, statement.value)) return null;
    if (statement.kind !== 'AnnAssign') continue;
    if (statement.target.kind !== 'Name' || !statement.simple) return null;
    const { id } = statement.target;
    if (bound.get(id) !== 1 || /^__|^(self|other|value|name)$/.test(id)) return null;
    const kind = kindOf(names, statement.annotation);
    if (kind === 'kw_only') {
      if (isKwOnly !== kwOnly) return null;
      isKwOnly = true;
      continue;
    }
    const field = fieldOf(names, statement, id, kind, isKwOnly);
    if (field === null || (field.factory?.kind === 'Name' && bound.has(field.factory.id))) return null;
    found.set(id, field);
  }
  return [...found.values()];
}

/** Names that a statement of a class body may bind. Statements with blocks of their own are not looked into: they bind nothing twice. */
function namesBoundBy(statement: Statement): string[] {
  switch (statement.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      return [statement.name];
    case 'AnnAssign':
      return statement.target.kind === 'Name' ? [statement.target.id] : [];
    case 'Assign':
      return statement.targets.flatMap((target) => (target.kind === 'Name' ? [target.id] : []));
    default:
      return [];
  }
}

export function kindOf(names: FileNames, annotation: Expression): DataField['kind'] | 'kw_only' {
  if (annotation.kind === 'Constant') {
    const text = annotation.value.type === 'str' ? annotation.value.value : '';
    const [, name] = /^\s*(?:\w+\s*\.)?\s*(ClassVar|InitVar|KW_ONLY)\b/.exec(text) ?? [];
    return name === 'ClassVar' ? 'class' : name === 'InitVar' ? 'init' : name === 'KW_ONLY' ? 'kw_only' : 'field';
  }
  const meaning = meaningOf(names, annotation.kind === 'Subscript' ? annotation.value : annotation);
  if (meaning === 'typing.ClassVar') return 'class';
  if (meaning === 'dataclasses.InitVar') return 'init';
  return meaning === 'dataclasses.KW_ONLY' ? 'kw_only' : 'field';
}

function fieldOf(names: FileNames, { value }: AnnAssign, name: string, kind: DataField['kind'], kwOnly: boolean): DataField | null {
  const plain = { name, kind, default: null, factory: null, metadata: null, init: true, repr: true, compare: true, hash: null, kwOnly };
  if (value === null) return plain;
  if (isFieldCall(names, value)) return kind === 'class' ? null : fieldCall(names, plain, value);
  return { ...plain, default: value };
}

const isFieldCall = (names: FileNames, value: Expression): value is Call => value.kind === 'Call' && meaningOf(names, value.func) === 'dataclasses.field';

function fieldCall(names: FileNames, plain: DataField, call: Call): DataField | null {
  if (call.args.length > 0) return null;
  let field: DataField | null = plain;
  for (const keyword of call.keywords) field = field === null ? null : withKeyword(names, field, keyword);
  if (field === null || (field.factory !== null && (field.default !== null || field.kind !== 'field'))) return null;
  return field;
}

function withKeyword(names: FileNames, field: DataField, { arg, value }: Keyword): DataField | null {
  if (arg === 'default') return { ...field, default: value };
  if (arg === 'default_factory') return isKnownFactory(names, value) ? { ...field, factory: value } : null;
  if (arg === 'metadata') return { ...field, metadata: value };
  const flag = flagOf(value);
  if (arg === 'hash') return flag === undefined ? null : { ...field, hash: flag };
  if (typeof flag !== 'boolean') return null;
  if (arg === 'init' || arg === 'repr' || arg === 'compare') return { ...field, [arg]: flag };
  return arg === 'kw_only' ? { ...field, kwOnly: flag } : null;
}

function flagOf(node: Expression): boolean | null | undefined {
  if (node.kind !== 'Constant') return undefined;
  return node.value.type === 'bool' ? node.value.value : node.value.type === 'None' ? null : undefined;
}

/** Other values are looked at when the program runs: `dataclass` refuses lists and their like. */
export function isImmutable(node: Expression): boolean {
  if (node.kind === 'UnaryOp') return isImmutable(node.operand);
  if (node.kind === 'BinOp') return isImmutable(node.left) && isImmutable(node.right);
  if (node.kind === 'Tuple') return node.elts.every(isImmutable);
  return node.kind === 'Constant';
}

const containers: ReadonlySet<string> = new Set(['list', 'dict', 'set', 'tuple', 'str', 'int', 'float', 'bytearray', 'object'].map((name) => `builtins.${name}`));

/** May the factory be written where it is called? */
function isKnownFactory(names: FileNames, node: Expression): boolean {
  if (node.kind === 'Lambda') {
    const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node.args;
    return posonlyargs.length + args.length + kwonlyargs.length === 0 && vararg === null && kwarg === null;
  }
  return containers.has(meaningOf(names, node) ?? '') || isStable(names, node);
}

/** A class or function of the file that keeps its name. */
function isStable({ bindings, defined }: FileNames, node: Expression): boolean {
  return node.kind === 'Name' && bindings.get(node.id) === 1 && defined.has(node.id);
}
