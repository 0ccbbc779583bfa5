/**
 * `from typing import *` as the import of what the file reads of it: modules that mostly serve annotations are known by their names.
 *
 *     from typing import *          from typing import List, Optional
 */
import type { Alias, ImportFrom, Module, Node, Statement } from '../syntax/ast.js';
import { namesIn } from './standard-modules.js';

const typingNames: ReadonlySet<string> = new Set(
  `Annotated Any Callable ClassVar Concatenate Final ForwardRef Generic Literal Optional ParamSpec Protocol Tuple Type TypeVar TypeVarTuple Union
  AbstractSet ByteString Container ContextManager Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet
  Sequence Sized ValuesView Awaitable AsyncIterator AsyncIterable Coroutine Collection AsyncGenerator AsyncContextManager Reversible SupportsAbs SupportsBytes
  SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound ChainMap Counter Deque Dict DefaultDict List OrderedDict Set FrozenSet NamedTuple
  TypedDict Generator BinaryIO IO Match Pattern TextIO AnyStr assert_type assert_never cast clear_overloads dataclass_transform final get_args get_origin
  get_overloads get_protocol_members get_type_hints is_protocol is_typeddict LiteralString Never NewType no_type_check no_type_check_decorator NoDefault
  NoReturn NotRequired overload override ParamSpecArgs ParamSpecKwargs ReadOnly Required reveal_type runtime_checkable Self Text TYPE_CHECKING TypeAlias
  TypeGuard TypeIs TypeAliasType Unpack`.split(/\s+/),
);

export function withExplicitImports(tree: Module): Module {
  if (!tree.body.some(isStarOfTyping)) return tree;
  const bound = new Set(tree.body.flatMap(boundNames));
  const read = [...namesIn(tree.body)].filter((name) => typingNames.has(name) && !bound.has(name));
  return { ...tree, body: tree.body.map((statement) => (isStarOfTyping(statement) ? explicit(statement, read) : statement)) };
}

function isStarOfTyping(statement: Node): statement is ImportFrom {
  return statement.kind === 'ImportFrom' && statement.module === 'typing' && statement.level === 0 && statement.names[0]?.name === '*';
}

function explicit(statement: ImportFrom, read: readonly string[]): Statement {
  const { span } = statement;
  if (read.length === 0) return { kind: 'Pass', span };
  return { ...statement, names: read.map((name): Alias => ({ kind: 'alias', name, asname: null, span })) };
}

/** What the file itself calls by such a name. */
function boundNames(statement: Statement): string[] {
  if (statement.kind === 'FunctionDef' || statement.kind === 'ClassDef') return [statement.name];
  if (statement.kind === 'ImportFrom' || statement.kind === 'Import') return statement.names.map(({ name, asname }) => asname ?? name);
  if (statement.kind === 'Assign') return statement.targets.flatMap((target) => (target.kind === 'Name' ? [target.id] : []));
  return [];
}
