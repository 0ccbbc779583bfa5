"""Types for annotations, as objects: used where a program does more with them than annotate."""
import collections as _collections
import collections.abc as _abc
from abc import ABCMeta as _ABCMeta

TYPE_CHECKING = False


class _Special:
    """Any, Optional and the like: names that may be subscripted."""

    def __init__(self, name):
        self._name = name
        self.__name__ = name

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name == 'Optional':
            return Union[args[0], None]
        if self._name == 'Union':
            return _union(args)
        return _Alias(self, args)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        return (object,)

    def __hash__(self):
        return hash(self._name)


def _shown(arg):
    if arg is ...:
        return '...'
    if isinstance(arg, list):
        return '[' + ', '.join(map(_shown, arg)) + ']'
    if isinstance(arg, type) and not hasattr(arg, '__origin__'):
        return arg.__qualname__ if arg.__module__ == 'builtins' else f'{arg.__module__}.{arg.__qualname__}'
    return repr(arg)


class _Alias:
    """List[int] and the like."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name

    def __repr__(self):
        if isinstance(self.__origin__, _Special) and self.__origin__._name == 'Callable' or self._name == 'Callable':
            return f'typing.Callable[{_shown(self.__args__[0])}, {_shown(self.__args__[1])}]'
        shown = ', '.join([repr(arg) if isinstance(self.__origin__, _Special) and self.__origin__._name == 'Literal' else _shown(arg) for arg in self.__args__])
        if isinstance(self.__origin__, _Special):
            return f'{self.__origin__!r}[{shown}]'
        if self._name is not None:
            return f'typing.{self._name}[{shown}]'
        return f'{_shown(self.__origin__)}[{shown}]'

    def __eq__(self, other):
        return isinstance(other, _Alias) and self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwds):
        made = self.__origin__(*args, **kwds)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    @property
    def __parameters__(self):
        return tuple([arg for arg in self.__args__ if isinstance(arg, TypeVar)])

    def __mro_entries__(self, bases):
        origin = self.__origin__
        return (Generic,) if isinstance(origin, _Special) else (origin,)

    def __instancecheck__(self, instance):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


class _Union(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f'typing.Optional[{_shown(other)}]'
        return f'typing.Union[{", ".join(map(_shown, args))}]'

    def __eq__(self, other):
        return isinstance(other, _Union) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, arg) for arg in self.__args__)


def _union(args):
    flat = []
    for arg in args:
        if arg is None:
            arg = type(None)
        for one in arg.__args__ if isinstance(arg, _Union) else (arg,):
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else _Union(Union, tuple(flat))


class _Named:
    """List, Dict and the like: another name for a class."""

    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name
        self.__name__ = name

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwds):
        return self.__origin__(*args, **kwds)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


Any = _Special('Any')
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
Optional = _Special('Optional')
Union = _Special('Union')
ClassVar = _Special('ClassVar')
Final = _Special('Final')
Literal = _Special('Literal')
Annotated = _Special('Annotated')
Concatenate = _Special('Concatenate')
TypeGuard = _Special('TypeGuard')
TypeIs = _Special('TypeIs')
TypeAlias = _Special('TypeAlias')
Required = _Special('Required')
NotRequired = _Special('NotRequired')
ReadOnly = _Special('ReadOnly')
Unpack = _Special('Unpack')
AnyStr = None
Text = str
List = _Named(list, 'List')
Dict = _Named(dict, 'Dict')
Set = _Named(set, 'Set')
FrozenSet = _Named(frozenset, 'FrozenSet')
Tuple = _Named(tuple, 'Tuple')
Type = _Named(type, 'Type')
DefaultDict = _Named(_collections.defaultdict, 'DefaultDict')
OrderedDict = _Named(_collections.OrderedDict, 'OrderedDict')
Counter = _Named(_collections.Counter, 'Counter')
Deque = _Named(_collections.deque, 'Deque')
ChainMap = _Named(_collections.ChainMap, 'ChainMap')
Callable = _Named(_abc.Callable, 'Callable')
Iterable = _Named(_abc.Iterable, 'Iterable')
Iterator = _Named(_abc.Iterator, 'Iterator')
Generator = _Named(_abc.Generator, 'Generator')
Hashable = _Named(_abc.Hashable, 'Hashable')
Sized = _Named(_abc.Sized, 'Sized')
Container = _Named(_abc.Container, 'Container')
Collection = _Named(_abc.Collection, 'Collection')
Reversible = _Named(_abc.Reversible, 'Reversible')
Sequence = _Named(_abc.Sequence, 'Sequence')
MutableSequence = _Named(_abc.MutableSequence, 'MutableSequence')
AbstractSet = _Named(_abc.Set, 'AbstractSet')
MutableSet = _Named(_abc.MutableSet, 'MutableSet')
Mapping = _Named(_abc.Mapping, 'Mapping')
MutableMapping = _Named(_abc.MutableMapping, 'MutableMapping')
KeysView = _Named(_abc.KeysView, 'KeysView')
ItemsView = _Named(_abc.ItemsView, 'ItemsView')
ValuesView = _Named(_abc.ValuesView, 'ValuesView')
Awaitable = _Named(_abc.Awaitable, 'Awaitable')
Coroutine = _Named(_abc.Coroutine, 'Coroutine')
AsyncIterable = _Named(_abc.AsyncIterable, 'AsyncIterable')
AsyncIterator = _Named(_abc.AsyncIterator, 'AsyncIterator')
AsyncGenerator = _Named(_abc.AsyncGenerator, 'AsyncGenerator')
IO = _Special('IO')
TextIO = _Special('TextIO')
BinaryIO = _Special('BinaryIO')
Pattern = _Special('Pattern')
Match = _Special('Match')


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


AnyStr = TypeVar('AnyStr', bytes, str)


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__qualname__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'__main__.{self.__name__}'

    def __or__(self, other):
        return _union((self, other))


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        return _Alias(cls, args)


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get('_is_protocol', False):
            if not cls.__dict__.get('_is_runtime_protocol', False):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            return all(hasattr(instance, name) for name in _protocol_members(cls))
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get('_is_protocol', False):
            return all(hasattr(other, name) for name in _protocol_members(cls))
        return super().__subclasscheck__(other)


def _protocol_members(cls):
    names = []
    for base in cls.__mro__:
        if base.__dict__.get('_is_protocol', False) and base is not Protocol:
            for name in [*base.__dict__, *base.__dict__.get('__annotations__', {})]:
                if not name.startswith('_abc') and name not in (
                        '__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__annotations__', '__abstractmethods__', '_is_protocol', '_is_runtime_protocol',
                        '__init__', '__slots__', '__firstlineno__', '__static_attributes__', '__class_getitem__', '__parameters__', '__orig_bases__', '__init_subclass__', '__subclasshook__'):
                    names.append(name)
    return names


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    def __abs__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    def __round__(self, ndigits=0):
        pass


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if not bases:
            return super().__new__(cls, typename, bases, ns)
        types = ns.get('__annotations__', {})
        names = list(types)
        defaults = []
        for name in names:
            if name in ns:
                defaults.append(ns[name])
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field{"s" if len(defaults) > 1 else ""} ' + ', '.join(n for n in names if n in ns))
        made = _collections.namedtuple(typename, names, defaults=defaults)
        made.__annotations__ = types
        for key, value in ns.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in names and key not in ('__annotations__',):
                setattr(made, key, value)
        return made

    def __call__(cls, typename, fields=(), /, **kwargs):
        types = dict(fields) or kwargs
        made = _collections.namedtuple(typename, list(types))
        made.__annotations__ = types
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True, closed=False):
        made = super().__new__(cls, name, (dict,) if bases else (), ns)
        annotations = {}
        for base in bases:
            annotations.update(getattr(base, '__annotations__', {}))
        annotations.update(ns.get('__annotations__', {}))
        made.__annotations__ = annotations
        made.__total__ = total
        made.__required_keys__ = frozenset(annotations if total else ())
        made.__optional_keys__ = frozenset(() if total else annotations)
        return made

    def __init__(cls, name, bases=(), ns=None, **kwds):
        pass

    def __call__(cls, *args, **kwds):
        if args and isinstance(args[0], str):
            return _TypedDictMeta(args[0], (TypedDict,), {'__annotations__': dict(args[1]) if len(args) > 1 else {}}, **kwds)
        return dict(*args, **kwds)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')


class TypedDict(metaclass=_TypedDictMeta):
    pass


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(f):
    return f


def no_type_check(arg):
    return arg


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def reveal_type(obj, /):
    return obj


def dataclass_transform(**kwds):
    return lambda cls: cls


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return getattr(tp, '__args__', ())


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get('__annotations__', {}))
    else:
        hints.update(getattr(obj, '__annotations__', {}))
    return hints


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)
