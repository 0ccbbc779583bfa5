"""Classes made from their annotations."""
import copy as _copy
from keyword import iskeyword as _is_keyword
from types import MappingProxyType as _MappingProxyType, new_class as _new_class
from _dataclasses import FrozenInstanceError, MISSING, factory as _HAS_DEFAULT_FACTORY, enter_repr as _enter_repr, leave_repr as _leave_repr
__all__ = [
    'dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple', 'make_dataclass',
    'replace', 'is_dataclass',
]


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) and type(self.type).__name__ != 'GenericAlias' else repr(self.type)
        return f'dataclasses.InitVar[{shown}]'


_FIELD_TYPES = {'field': '_FIELD', 'class': '_FIELD_CLASSVAR', 'init': '_FIELD_INITVAR'}


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},'
                f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={_FIELD_TYPES.get(self._field_type)})')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _annotation_kind(annotation):
    """field, class, init or kw_only: what a type stands for, given as a text or as an object."""
    if annotation is KW_ONLY:
        return 'kw_only'
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return 'init'
    if isinstance(annotation, str):
        name = annotation.split('[')[0].strip().split('.')[-1]
        return {'ClassVar': 'class', 'InitVar': 'init', 'KW_ONLY': 'kw_only'}.get(name, 'field')
    if getattr(annotation, '__name__', None) == 'ClassVar' or getattr(getattr(annotation, '__origin__', None), '__name__', None) == 'ClassVar':
        return 'class'
    return 'field'


def _described(bases, annotations, rows):
    """The fields of a class that the compiler expanded."""
    found = {}
    for base in bases:
        found.update(base.__dataclass_fields__)
    for name, kind, default, default_factory, init, repr, hash, compare, metadata, kw_only in rows:
        f = Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)
        f.name = name
        f.type = annotations[name]
        f._field_type = kind
        found[name] = f
    return found


def _collect(cls, kw_only):
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get('__dataclass_fields__')
        if inherited is not None:
            for f in inherited.values():
                found[f.name] = f
    markers = 0
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        kind = _annotation_kind(annotation)
        if kind == 'kw_only':
            markers += 1
            if markers > 1:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            f = default
        else:
            if type(default).__name__ == 'member_descriptor':
                default = MISSING
            f = Field(default, MISSING, True, True, None, True, None, MISSING)
        f.name = name
        f.type = annotation
        f._field_type = kind
        if kind != 'field' and f.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if kind == 'field' and f.default is not MISSING and f.default.__class__.__hash__ is None:
            raise ValueError(f'mutable default {type(f.default)} for field {name} is not allowed: use default_factory')
        found[name] = f
        if isinstance(default, Field):
            if default.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, default.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


def _plural(count, word):
    return f'{count} {word}' if count == 1 else f'{count} {word}s'


def _listed(names):
    names = [repr(name) for name in names]
    if len(names) < 3:
        return ' and '.join(names)
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def _make_init(cls, fields, frozen, has_post_init):
    init = [f for f in fields if f.init and f._field_type != 'class']
    positional = [f for f in init if not f.kw_only]
    by_keyword = [f for f in init if f.kw_only]
    has_default = [f for f in positional if f.default is not MISSING or f.default_factory is not MISSING]
    seen_default = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default is not None:
            raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')
    names = [f.name for f in positional]
    all_names = set(names) | {f.name for f in by_keyword}
    where = f'{cls.__qualname__}.__init__()'
    store = object.__setattr__ if frozen else setattr
    init_only = [f.name for f in positional + by_keyword if f._field_type == 'init']
    plain = not frozen and not by_keyword and not has_default and not has_post_init and len(init) == len(fields)

    def fail(args, kwargs):
        for name in kwargs:
            if name not in all_names:
                raise TypeError(f'{where} got an unexpected keyword argument {name!r}')
        for f in positional[:len(args)]:
            if f.name in kwargs:
                raise TypeError(f'{where} got multiple values for argument {f.name!r}')
        if len(args) > len(names):
            most = len(names) + 1
            if has_default:
                raise TypeError(f'{where} takes from {most - len(has_default)} to {most} positional arguments but {len(args) + 1} were given')
            raise TypeError(f'{where} takes {_plural(most, "positional argument")} but {len(args) + 1} were given')
        missing = [f.name for f in positional[len(args):] if f.name not in kwargs and f.default is MISSING and f.default_factory is MISSING]
        if missing:
            raise TypeError(f'{where} missing {_plural(len(missing), "required positional argument")}: {_listed(missing)}')
        missing = [f.name for f in by_keyword if f.name not in kwargs and f.default is MISSING and f.default_factory is MISSING]
        if missing:
            raise TypeError(f'{where} missing {_plural(len(missing), "required keyword-only argument")}: {_listed(missing)}')

    def value_of(f, args, kwargs, index):
        if index < len(args):
            return args[index]
        if f.name in kwargs:
            return kwargs[f.name]
        if f.default_factory is not MISSING:
            return f.default_factory()
        return f.default

    def __init__(self, *args, **kwargs):
        if plain and not kwargs and len(args) == len(names):
            for name, value in zip(names, args):
                setattr(self, name, value)
            return
        index = len(args)
        used = 0
        for name in kwargs:
            if name in all_names:
                used += 1
        if used != len(kwargs) or len(args) > len(names) or len(args) + used < len(all_names):
            fail(args, kwargs)
        elif kwargs:
            fail(args, kwargs)
        values = {}
        for index, f in enumerate(positional):
            values[f.name] = value_of(f, args, kwargs, index)
        for f in by_keyword:
            values[f.name] = value_of(f, (), kwargs, 0)
        for f in fields:
            if f._field_type == 'field':
                if f.init:
                    store(self, f.name, values[f.name])
                elif f.default_factory is not MISSING:
                    store(self, f.name, f.default_factory())
                elif f.default is not MISSING:
                    store(self, f.name, f.default)
        if has_post_init:
            self.__post_init__(*[values[name] for name in init_only])

    __init__.__qualname__ = f'{cls.__qualname__}.__init__'
    return __init__


def _set_new(cls, name, function):
    """Gives the class the function unless it has one of its own; was there one?"""
    if name in cls.__dict__:
        return True
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, function)
    return False


def _make_repr(names):
    def __repr__(self):
        if _enter_repr(self):
            return '...'
        try:
            return self.__class__.__qualname__ + '(' + ', '.join([f'{name}={getattr(self, name)!r}' for name in names]) + ')'
        finally:
            _leave_repr(self)
    return __repr__


def _values(names):
    return lambda self: tuple([getattr(self, name) for name in names])


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is self.__class__:
            for name in names:
                equal = getattr(self, name) == getattr(other, name)
                if not equal:
                    return equal
            return equal if names else True
        return NotImplemented
    return __eq__


def _add_order(cls, names):
    values = _values(names)

    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return values(self) < values(other)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return values(self) <= values(other)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return values(self) > values(other)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return values(self) >= values(other)
        return NotImplemented

    for function in (__lt__, __le__, __gt__, __ge__):
        if _set_new(cls, function.__name__, function):
            raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__} Consider using functools.total_ordering')


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if _set_new(cls, function.__name__, function):
            raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')


def _set_hash(cls, fields, eq, frozen, unsafe_hash):
    own = cls.__dict__.get('__hash__', MISSING)
    has_explicit = not (own is MISSING or own is None and '__eq__' in cls.__dict__)
    if unsafe_hash:
        if has_explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif not (eq and frozen):
        if eq and not has_explicit:
            setattr(cls, '__hash__', None)
        return
    elif has_explicit:
        return
    values = _values([f.name for f in fields if (f.compare if f.hash is None else f.hash)])
    setattr(cls, '__hash__', lambda self: hash(values(self)))


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __repr__(self):
        return f'_DataclassParams({",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__])})'

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    bases = [b.__dict__['__dataclass_params__'] for b in cls.__mro__[1:] if '__dataclass_params__' in b.__dict__]
    if bases:
        if frozen and not all(b.frozen for b in bases):
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
        if not frozen and any(b.frozen for b in bases):
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    fields = _collect(cls, kw_only)
    setattr(cls, '__dataclass_params__', _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    setattr(cls, '__dataclass_fields__', fields)
    all_fields = list(fields.values())
    plain = [f for f in all_fields if f._field_type == 'field']
    if init:
        _set_new(cls, '__init__', _make_init(cls, [f for f in all_fields if f._field_type != 'class'], frozen, hasattr(cls, '__post_init__')))
    setattr(cls, '__replace__', _replace)
    if repr:
        _set_new(cls, '__repr__', _make_repr([f.name for f in plain if f.repr]))
    compared = [f.name for f in plain if f.compare]
    _set_hash(cls, plain, eq, frozen, unsafe_hash)
    if eq:
        _set_new(cls, '__eq__', _make_eq(compared))
    if order:
        _add_order(cls, compared)
    if frozen:
        _freeze(cls, {f.name for f in plain})
    if match_args:
        if '__match_args__' not in cls.__dict__:
            setattr(cls, '__match_args__', tuple([f.name for f in all_fields if f.init and not f.kw_only and f._field_type != 'class']))
    if getattr(cls, '__doc__') is None:
        setattr(cls, '__doc__', cls.__name__)
    if slots:
        cls = _with_slots(cls, [f.name for f in plain], weakref_slot, frozen)
    return cls


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _with_slots(cls, names, weakref_slot, frozen):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace['__slots__'] = tuple([name for name in names if name not in inherited])
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    if weakref_slot:
        namespace['__slots__'] += ('__weakref__',)
    if frozen:
        namespace.setdefault('__getstate__', _get_state)
        namespace.setdefault('__setstate__', _set_state)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, '__dataclass_fields__')
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in found.values() if f._field_type == 'field'])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _as_plain(obj, lambda o, convert: dict_factory([(f.name, convert(getattr(o, f.name))) for f in fields(o)]))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _as_plain(obj, lambda o, convert: tuple_factory([convert(getattr(o, f.name)) for f in fields(o)]))


def _as_plain(obj, make):
    def convert(value):
        if _is_instance(value):
            return make(value, convert)
        if isinstance(value, tuple) and hasattr(value, '_fields'):
            return type(value)(*[convert(v) for v in value])
        if isinstance(value, (list, tuple)):
            return type(value)([convert(v) for v in value])
        if isinstance(value, dict):
            if hasattr(type(value), 'default_factory'):
                result = type(value)(value.default_factory)
                for k, v in value.items():
                    result[convert(k)] = convert(v)
                return result
            return type(value)([(convert(k), convert(v)) for k, v in value.items()])
        return _copy.deepcopy(value)
    return make(obj, convert)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type == 'class':
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type == 'init' and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None):
    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        name = item if isinstance(item, str) else item[0]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if _is_keyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        else:
            name, annotation, namespace[item[0]] = item
        annotations[name] = annotation
    namespace['__annotations__'] = annotations
    namespace['__module__'] = module or '__main__'
    cls = _new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
