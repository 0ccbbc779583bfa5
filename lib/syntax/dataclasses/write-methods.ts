/** The methods of a data class, written as `dataclass` would write them. `__dataclass_N__` stands for an expression of the file. */
import type { Expression } from '../ast.js';
import type { DataField, Options } from './read-class.js';

export interface DataClass {
  readonly options: Options;
  /** Inherited ones too, in the order of `fields()`. */
  readonly fields: readonly DataField[];
  readonly hasPostInit: boolean;
}

/** What the text's placeholders stand for. */
export interface Written {
  readonly text: string;
  readonly parts: readonly Expression[];
}

/** `defined`: the names that the body binds itself. `bases`: dataclasses among the bases; null where nobody asks for the fields. */
export function writeMethods(made: DataClass, defined: ReadonlySet<string>, own: readonly DataField[], bases: readonly string[] | null): Written {
  const parts: Expression[] = [];
  const place = (node: Expression): string => `__dataclass_${parts.push(node) - 1}__`;
  const { options, fields } = made;
  const plain = fields.filter((field) => field.kind === 'field');
  const lines: string[] = [];
  const add = (name: string, text: readonly string[]): void => void (defined.has(name) || lines.push(...text));
  if (bases !== null) lines.push(...description(made.options, own, bases, place));
  if (options.init) add('__init__', initMethod(made, place));
  if (options.repr) add('__repr__', reprMethod(plain.filter((field) => field.repr)));
  const compared = plain.filter((field) => field.compare).map((field) => field.name);
  if (options.eq) add('__eq__', eqMethod(compared));
  if (options.order) for (const [name, operator] of orderings) lines.push(...orderMethod(name, operator, compared));
  if (options.frozen) lines.push(...frozenMethods(plain.map((field) => field.name)));
  if (options.unsafe_hash || (options.eq && options.frozen)) add('__hash__', hashMethod(plain));
  if (options.match_args) add('__match_args__', [`__match_args__ = ${tuple(fields.filter((f) => f.kind !== 'class' && f.init && !f.kwOnly).map((f) => `'${f.name}'`))}`]);
  if (options.slots) lines.push(...slots(made, own));
  if (options.slots && options.frozen && !defined.has('__getstate__') && !defined.has('__setstate__')) lines.push(...stateMethods(plain.map((field) => field.name)));
  return { text: lines.join('\n'), parts };
}

const orderings = [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
] as const;

const tuple = (items: readonly string[]): string => (items.length === 0 ? '()' : `(${items.join(', ')},)`);

type Place = (node: Expression) => string;

function initMethod({ options, fields, hasPostInit }: DataClass, place: Place): string[] {
  const parameters = fields.filter((field) => field.kind !== 'class' && field.init);
  const byKeyword = parameters.filter((field) => field.kwOnly).map((field) => parameter(field, place));
  const positional = parameters.filter((field) => !field.kwOnly).map((field) => parameter(field, place));
  const head = ['self', ...positional, ...(byKeyword.length === 0 ? [] : ['*', ...byKeyword])].join(', ');
  const body = fields.filter((field) => field.kind === 'field').flatMap((field) => storeLines(options, field, place));
  const given = parameters.filter((field) => field.kind === 'init').map((field) => field.name);
  if (hasPostInit) body.push(` self.__post_init__(${given.join(', ')})`);
  return [`def __init__(${head}):`, ...(body.length === 0 ? [' pass'] : body)];
}

function parameter(field: DataField, place: Place): string {
  if (field.factory !== null) return `${field.name}=__dataclass_factory__`;
  return field.default === null ? field.name : `${field.name}=${place(field.default)}`;
}

function storeLines({ frozen, slots: hasSlots }: Options, field: DataField, place: Place): string[] {
  const { name, factory } = field;
  const store = (value: string): string => (frozen ? `object.__setattr__(self, '${name}', ${value})` : `self.${name} = ${value}`);
  if (!field.init) {
    if (factory !== null) return [` ${store(`${place(factory)}()`)}`];
    return hasSlots && field.default !== null ? [` ${store(place(field.default))}`] : [];
  }
  if (factory === null) return [` ${store(name)}`];
  return [` if isinstance(${name}, __dataclass_missing__): ${store(`${place(factory)}()`)}`, ` else: ${store(name)}`];
}

/** Objects may contain themselves. */
function reprMethod(fields: readonly DataField[]): string[] {
  const shown = fields.map(({ name }) => `${name}={self.${name}!r}`).join(', ');
  return [
    'def __repr__(self):',
    ' if __dataclass_enter__(self): return "..."',
    ` try: return f'{self.__class__.__qualname__}(${shown})'`,
    ' finally: __dataclass_leave__(self)',
  ];
}

function eqMethod(names: readonly string[]): string[] {
  const equal = names.length === 0 ? 'True' : names.map((name) => `self.${name}==other.${name}`).join(' and ');
  return ['def __eq__(self, other):', ' if self is other: return True', ` if other.__class__ is self.__class__: return ${equal}`, ' return NotImplemented'];
}

function orderMethod(method: string, operator: string, names: readonly string[]): string[] {
  const values = (owner: string): string => tuple(names.map((name) => `${owner}.${name}`));
  return [`def ${method}(self, other):`, ` if other.__class__ is self.__class__: return ${values('self')} ${operator} ${values('other')}`, ' return NotImplemented'];
}

function frozenMethods(names: readonly string[]): string[] {
  const test = names.length === 0 ? 'type(self) is __class__' : `type(self) is __class__ or name in ${tuple(names.map((name) => `'${name}'`))}`;
  return [
    'def __setattr__(self, name, value):',
    ` if ${test}: raise __dataclass_frozen__(f"cannot assign to field {name!r}")`,
    ' super().__setattr__(name, value)',
    'def __delattr__(self, name):',
    ` if ${test}: raise __dataclass_frozen__(f"cannot delete field {name!r}")`,
    ' super().__delattr__(name)',
  ];
}

/** Copies of what may not be assigned to are filled without asking it. */
function stateMethods(names: readonly string[]): string[] {
  const stores = names.map((name, i) => ` object.__setattr__(self, '${name}', state[${i}])`);
  return ['def __getstate__(self):', ` return [${names.map((name) => `self.${name}`).join(', ')}]`, 'def __setstate__(self, state):', ...(stores.length > 0 ? stores : [' pass'])];
}

function hashMethod(fields: readonly DataField[]): string[] {
  const hashed = fields.filter((field) => field.hash ?? field.compare).map((field) => `self.${field.name}`);
  return ['def __hash__(self):', ` return hash(${tuple(hashed)})`];
}

function slots({ fields }: DataClass, own: readonly DataField[]): string[] {
  const names = own.filter((field) => field.kind === 'field').map((field) => field.name);
  const values = fields.filter((field) => names.includes(field.name) && field.default !== null).map((field) => field.name);
  return [`__slots__ = ${tuple(names.map((name) => `'${name}'`))}`, ...(values.length === 0 ? [] : [`del ${values.join(', ')}`])];
}

/** What `fields()` and its relatives ask for. */
function description(options: Options, own: readonly DataField[], bases: readonly string[], place: Place): string[] {
  const flag = (value: boolean | null): string => (value === null ? 'None' : value ? 'True' : 'False');
  const value = (node: Expression | null, none: string): string => (node === null ? none : place(node));
  const rows = own.map((field) => {
    const { init, repr, hash, compare, kwOnly } = field;
    const values = [value(field.default, '__dataclass_nothing__'), value(field.factory, '__dataclass_nothing__'), flag(init), flag(repr), flag(hash), flag(compare)];
    return `('${field.name}', '${field.kind}', ${values.join(', ')}, ${value(field.metadata, 'None')}, ${flag(kwOnly)})`;
  });
  const { init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots: hasSlots } = options;
  const flags = [init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, hasSlots, false].map(flag);
  return [
    `__dataclass_fields__ = __dataclass_describe__(${tuple(bases)}, ${own.length === 0 ? '{}' : '__annotations__'}, [${rows.join(', ')}])`,
    `__dataclass_params__ = __dataclass_parameters__(${flags.join(', ')})`,
    '__replace__ = __dataclass_replace__',
  ];
}
