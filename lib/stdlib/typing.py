"""Types for annotations, as objects: used where a program does more with them than annotate."""
import collections as _collections
from abc import ABCMeta as _ABCMeta
from _typing_hints import evaluate as _evaluate, namespace_of as _namespace_of
from _typing_forms import (
    Annotated, Any, AnyStr, BinaryIO, ClassVar, Concatenate, Final, ForwardRef, Generic, IO, Literal, LiteralString, Match, Never, NewType, NoDefault,
    NoReturn, NotRequired, Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Pattern, ReadOnly, Required, Self, Text, TextIO, TypeAlias, TypeGuard,
    TypeIs, TypeVar, TypeVarTuple, Union, Unpack, _Alias, _call_parts, _AnnotatedAlias, _Union, _union)
from _typing_names import (
    AbstractSet, AsyncContextManager, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, ChainMap, Collection, Container,
    ContextManager, Coroutine, Counter, DefaultDict, Deque, Dict, FrozenSet, Generator, Hashable, ItemsView, Iterable, Iterator, KeysView, List,
    Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, OrderedDict, Reversible, Sequence, Set, Sized, Tuple, Type, ValuesView)
__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional', 'ParamSpec',
    'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'ByteString', 'Container', 'ContextManager', 'Hashable',
    'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence',
    'Sized', 'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager',
    'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound',
    'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator',
    'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads', 'dataclass_transform',
    'final', 'get_args', 'get_origin', 'get_overloads', 'get_protocol_members', 'get_type_hints', 'is_protocol', 'is_typeddict',
    'LiteralString', 'Never', 'NewType', 'no_type_check', 'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired', 'overload',
    'override', 'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self', 'Text',
    'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack',
]

TYPE_CHECKING = False


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
    """What was there when the class was made."""
    if '__protocol_attrs__' in cls.__dict__:
        return cls.__protocol_attrs__
    names = []
    for base in cls.__mro__:
        if base.__dict__.get('_is_protocol', False) and base is not Protocol:
            for name in [*base.__dict__, *base.__dict__.get('__annotations__', {})]:
                if not name.startswith('_abc') and name not in (
                        '__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__annotations__', '__abstractmethods__', '_is_protocol', '_is_runtime_protocol',
                        '__init__', '__slots__', '__firstlineno__', '__static_attributes__', '__class_getitem__', '__parameters__', '__orig_bases__', '__init_subclass__', '__subclasshook__',
                        '__protocol_attrs__', '__match_args__', '__new__', '__non_callable_proto_members__', '__orig_class__'):
                    names.append(name)
    return names


def _no_protocol_init(self, *args, **kwargs):
    """A protocol's __init__; a class that only inherits it goes on to the next one."""
    cls = type(self)
    if cls.__dict__.get('_is_protocol', False):
        raise TypeError('Protocols cannot be instantiated')
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_protocol_init)
        if init is not _no_protocol_init:
            init(self, *args, **kwargs)
            return


def is_protocol(tp, /):
    return isinstance(tp, type) and tp is not Protocol and tp.__dict__.get('_is_protocol', False)


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_protocol_members(tp))


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_protocol_init
        if cls._is_protocol:
            cls.__protocol_attrs__ = _protocol_members(cls)


def runtime_checkable(cls):
    if not is_protocol(cls):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
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


@runtime_checkable
class SupportsBytes(Protocol):
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    def __complex__(self):
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
        required = set().union(*[getattr(base, '__required_keys__', ()) for base in bases])
        for key, annotation in ns.get('__annotations__', {}).items():
            marker = repr(annotation) if not isinstance(annotation, str) else annotation
            is_required = total and not marker.removeprefix('typing.').startswith('NotRequired[') or marker.removeprefix('typing.').startswith('Required[')
            required.discard(key)
            if is_required:
                required.add(key)
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(annotations) - required
        return made

    def __init__(cls, name, bases=(), ns=None, **kwds):
        pass

    def __call__(cls, *args, **kwds):
        if cls is TypedDict and args and isinstance(args[0], str):
            for unexpected in [name for name in kwds if name != 'total']:
                raise TypeError(f'TypedDict() got an unexpected keyword argument {unexpected!r}')
            return _TypedDictMeta(args[0], (TypedDict,), {'__annotations__': dict(args[1]) if len(args) > 1 else {}}, **kwds)
        return dict(*args, **kwds)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')


class TypedDict(metaclass=_TypedDictMeta):
    pass


def cast(typ, val):
    return val


_overloads = {}


def overload(func):
    """Kept for get_overloads; calling it is a mistake."""
    _overloads.setdefault((getattr(func, '__module__', None), getattr(func, '__qualname__', None)), []).append(func)
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by '
        'an implementation that is not @overload-ed.')


def get_overloads(func):
    func = getattr(func, '__func__', func)
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _marked(obj, name):
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    return _marked(f, '__final__')


def override(f, /):
    return _marked(f, '__override__')


def no_type_check(arg):
    return _marked(arg, '__no_type_check__')


def no_type_check_decorator(decorator):
    return lambda *args, **kwds: no_type_check(decorator(*args, **kwds))


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    shown = repr(arg)
    raise AssertionError(f'Expected code to be unreachable, but got: {shown if len(shown) <= 100 else shown[:100] + "..."}')


def reveal_type(obj, /):
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    def mark(cls):
        cls.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default, 'frozen_default': frozen_default,
            'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls
    return mark


type _SomeAlias = int
TypeAliasType = type(_SomeAlias)
_UnionType = type(int | str)


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if isinstance(tp, _UnionType):
        return _UnionType
    if isinstance(tp, type) and not hasattr(type(tp), '__origin__') and type(tp) is not type(list[int]):
        return Generic if tp is Generic else None
    return getattr(tp, '__origin__', None)


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, type) and type(tp) is not type(list[int]):
        return ()
    if isinstance(tp, _Alias) and tp._name == 'Callable':
        return tuple(_call_parts(tp.__args__))
    return getattr(tp, '__args__', ())


def _evaluated(tp, *namespaces):
    """The type with all texts in it looked up."""
    if isinstance(tp, str):
        return _evaluated(_evaluate(tp, *namespaces), *namespaces)
    if isinstance(tp, ForwardRef):
        return _evaluated(_evaluate(tp.__forward_arg__, *namespaces), *namespaces)
    if tp is None:
        return type(None)
    if isinstance(tp, list):
        return [_evaluated(each, *namespaces) for each in tp]
    if isinstance(tp, _Union):
        return _union([_evaluated(each, *namespaces) for each in tp.__args__])
    if isinstance(tp, _AnnotatedAlias):
        return _AnnotatedAlias(_evaluated(tp.__origin__, *namespaces), tp.__metadata__)
    if isinstance(tp, _Alias):
        if tp.__origin__ is Literal:
            return tp
        return _Alias(tp.__origin__, tuple([each if each is ... else _evaluated(each, *namespaces) for each in tp.__args__]), tp._name)
    if isinstance(tp, type(list[int])):
        return tp.__origin__[tuple([each if each is ... else _evaluated(each, *namespaces) for each in tp.__args__])]
    return tp


def _stripped(tp):
    """The type without Annotated, Required and NotRequired."""
    if isinstance(tp, _AnnotatedAlias):
        return _stripped(tp.__origin__)
    if isinstance(tp, _Union):
        return _union([_stripped(each) for each in tp.__args__])
    if isinstance(tp, _Alias):
        if tp.__origin__ in (Required, NotRequired, ReadOnly):
            return _stripped(tp.__args__[0])
        if tp.__origin__ is not Literal:
            return _Alias(tp.__origin__, tuple([_stripped(each) for each in tp.__args__]), tp._name)
    return tp


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            namespace = _namespace_of(base) if globalns is None else globalns
            own = dict(vars(base)) if localns is None else localns
            for name, value in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _evaluated(value, own, namespace)
    else:
        namespace = _namespace_of(obj) if globalns is None else globalns
        found = getattr(obj, '__annotations__', None)
        if found is None:
            if not callable(obj):
                raise TypeError(f'{obj!r} is not a module, class, method, or function.')
            found = {}
        for name, value in found.items():
            hints[name] = _evaluated(value, localns or {}, namespace)
    return hints if include_extras else {name: _stripped(value) for name, value in hints.items()}


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not TypedDict


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
V_co = TypeVar('V_co', covariant=True)
VT_co = TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
