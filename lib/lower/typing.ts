/** `typing` and `collections.abc` where they only serve annotations: their names need no module at run time. */
import type { ValueId } from '../base/ids.js';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Span } from '../base/source.js';
import type { Call, Expression } from '../syntax/ast.js';
import { emitBuiltin, emitConstant, emitNone, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { moduleOf } from './imports.js';
import { meaningOf } from './names.js';
import { unsupported } from './unsupported.js';

export const harmlessModules: ReadonlySet<string> = new Set([
  'typing',
  'typing_extensions',
  'collections.abc',
  'types',
  'abc',
  '__future__',
]);

/** Is the problem that a name of such a module is used for more than annotations? */
export function asksForRealModule({ code, message }: Diagnostic): boolean {
  return code === 'E904' || (code === 'E907' && message.includes('outside annotations'));
}

/** What an alias of `typing` is when the program evaluates it. */
const aliasOf: ReadonlyMap<string, string> = new Map([
  ['List', 'list'],
  ['Dict', 'dict'],
  ['Set', 'set'],
  ['FrozenSet', 'frozenset'],
  ['Tuple', 'tuple'],
  ['Type', 'type'],
  ['Text', 'str'],
  ['ABC', 'object'],
]);

/** Subscripting or calling these gives a type that only annotations use. */
const annotationOnly: ReadonlySet<string> = new Set(
  `Any Optional Union Callable Iterable Iterator Generator Sequence MutableSequence Mapping MutableMapping Literal Final ClassVar
  Annotated TypeVar ParamSpec TypeVarTuple NoReturn Never Self AnyStr Collection Container Hashable Sized Reversible AbstractSet
  MutableSet SupportsInt SupportsFloat SupportsAbs SupportsIndex TypeAlias Concatenate TypeGuard Unpack Required NotRequired
  LiteralString Awaitable Coroutine AsyncIterator AsyncIterable AsyncGenerator ByteString Set DefaultDict OrderedDict Counter
  Deque ChainMap KeysView ValuesView ItemsView MappingView Buffer Generic Protocol IO TextIO BinaryIO Pattern Match`.split(/\s+/),
);

const harmlessDecorators: ReadonlySet<string> = new Set(['overload', 'final', 'override', 'no_type_check', 'abstractmethod']);

/** The member of such a module that an expression names. */
export function typingMember(ctx: FunctionContext, node: Expression): string | null {
  if (node.kind === 'Name') {
    const variable = ctx.scope.meaning.has(node.id) ? meaningOf(ctx, node.id) : null;
    return variable === null ? null : (ctx.module.typingNames.get(variable) ?? null);
  }
  if (node.kind !== 'Attribute') return null;
  const module = moduleOf(ctx, node.value);
  return module !== null && harmlessModules.has(module) && !ctx.module.program.modules.has(module) ? typingNameOf(module, node.attr) : null;
}

/** The name in `typing` of a member of such a module: `Set` is another class in `collections.abc`. */
export const typingNameOf = (module: string, name: string): string => (module === 'collections.abc' && name === 'Set' ? 'AbstractSet' : name);

/** Stands for the name until something reads it, which `lowerTypingName` answers. */
export function lowerTypingImport(ctx: FunctionContext, span: Span): ValueId {
  return emitNone(ctx, span);
}

export function lowerTypingName(ctx: FunctionContext, member: string, span: Span): ValueId {
  const alias = aliasOf.get(member);
  if (alias !== undefined) return emitBuiltin(ctx, span, alias);
  if (member === 'TYPE_CHECKING') return emitConstant(ctx, span, { type: 'bool', value: false });
  askForRealModule(ctx, member, span);
  return emitNone(ctx, span);
}

/** The name of such a module, or of something in it, is used for more than annotations. */
export function askForRealModule(ctx: FunctionContext, name: string, span: Span): void {
  unsupported(ctx.module, 'E907', span, `'${name}' outside annotations`);
}

/** `List[int]`, `Optional[T]`: a type that nobody looks into. */
export function lowerTypingSubscript(ctx: FunctionContext, base: Expression, span: Span): ValueId | null {
  const member = typingMember(ctx, base);
  if (member === null || (!aliasOf.has(member) && !annotationOnly.has(member))) return null;
  return emitBuiltin(ctx, span, aliasOf.get(member) ?? 'object');
}

/** `cast(T, x)` is x; `TypeVar('T')` and the like are placeholders; `NewType('N', T)` is T. */
export function lowerTypingCall(ctx: FunctionContext, node: Call): ValueId | null {
  const member = typingMember(ctx, node.func);
  if (member === null) return null;
  if (member === 'cast' && node.args.length === 2) return lowerExpression(ctx, node.args[1]!);
  if (member === 'NewType' && node.args.length === 2) return lowerExpression(ctx, node.args[1]!);
  if (isPlaceholder(member, node)) return emitBuiltin(ctx, node.span, 'object');
  if (aliasOf.has(member)) return null;
  unsupported(ctx.module, 'E907', node.span, `'${member}' outside annotations`);
  return emitNone(ctx, node.span);
}

/** A type parameter that is made without complaint. */
function isPlaceholder(member: string, node: Call): boolean {
  if (member === 'ParamSpec' || member === 'TypeVarTuple') return true;
  const [name, ...constraints] = node.args;
  const has = (keyword: string) => node.keywords.some((given) => given.arg === keyword);
  const isDoubtful = constraints.length === 1 || (constraints.length > 1 && has('bound')) || (has('covariant') && has('contravariant'));
  return member === 'TypeVar' && name?.kind === 'Constant' && !isDoubtful;
}

/** Is the base class only of interest to type checkers? */
export function isHarmlessBase(ctx: FunctionContext, node: Expression): boolean {
  const member = typingMember(ctx, node.kind === 'Subscript' ? node.value : node);
  if (member !== 'Generic' && member !== 'Protocol' && member !== 'ABC') return false;
  if (ctx.module.program.listsBases) askForRealModule(ctx, member, node.span);
  return true;
}

export function isHarmlessDecorator(ctx: FunctionContext, node: Expression): boolean {
  const member = typingMember(ctx, node);
  return member !== null && harmlessDecorators.has(member);
}
