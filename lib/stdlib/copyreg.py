"""How objects are taken apart and put together again: what copy and pickle ask, and what object.__reduce_ex__ answers."""
def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def _reduce_complex(value):
    return complex, (value.real, value.imag)


def _union_of(args):
    made = args[0]
    for arg in args[1:]:
        made = made | arg
    return made


def _reduce_union(value):
    return _union_of, (value.__args__,)


dispatch_table = {complex: _reduce_complex, type(int | str): _reduce_union}


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    """Protocols 0 and 1: an object of cls with the value of its built-in base."""
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base in (list, dict, set, bytearray):
        base.__init__(obj, state)
    return obj


_values = (int, float, complex, str, bytes, tuple)
_containers = (list, dict)


def _definer(cls, name):
    """The class that gives cls its attribute, where that isn't object."""
    for base in cls.__mro__:
        if base is not object and name in base.__dict__:
            return base
    return None


def _is_native(cls):
    return '__module__' not in cls.__dict__


def _slotnames(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            stripped = base.__name__.lstrip('_')
            names.append(f'_{stripped}{name}' if name.startswith('__') and not name.endswith('__') and stripped else name)
    return names


def _default_state(obj, _=0):
    """Attributes: of the dict, and of slots where there are some."""
    state = getattr(obj, '__dict__', None) or None
    slots = {}
    for name in _slotnames(type(obj)):
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    return (state, slots) if slots else state


def _state_of(obj):
    return obj.__getstate__() if _definer(type(obj), '__getstate__') is not None else _default_state(obj)


def _reduce_container(obj, cls, protocol):
    """Built-in types with a form of their own; None: obj is no such thing."""
    if isinstance(obj, BaseException):
        state = _state_of(obj)
        if isinstance(obj, (ImportError, AttributeError)):
            named = {name: value for name in ('name', 'path') if (value := getattr(obj, name, None)) is not None}
            state = {**(state or {}), **named} or None
        args = obj.args
        if isinstance(obj, OSError) and len(args) == 2 and obj.filename is not None:
            args += (obj.filename,) if obj.filename2 is None else (obj.filename, None, obj.filename2)
        return (cls, args) if state is None else (cls, args, state)
    if isinstance(obj, (set, frozenset)):
        return (cls, (list(obj),), _state_of(obj))
    if isinstance(obj, bytearray):
        value = bytes(obj)
        if not value:
            return (cls, (), _state_of(obj))
        return (cls, (value.decode('latin-1'), 'latin-1') if protocol < 3 else (value,), _state_of(obj))
    if isinstance(obj, dict) and (factory := getattr(obj, 'default_factory', obj)) is not obj:
        return (cls, () if factory is None else (factory,), None, None, iter(obj.items()))
    if isinstance(obj, dict) and hasattr(cls, 'move_to_end'):
        return (cls, (), _state_of(obj), None, iter(obj.items()))
    if hasattr(cls, 'popleft') and hasattr(cls, 'maxlen') and _is_native(_definer(cls, 'popleft')):
        return (cls, () if obj.maxlen is None else ((), obj.maxlen), _state_of(obj), iter(obj))
    if cls is range or cls is slice:
        return (cls, (obj.start, obj.stop, obj.step))
    if obj is Ellipsis or obj is NotImplemented:
        return repr(obj)
    return None


def _refuse(cls):
    raise TypeError(f"cannot pickle '{_type_name(cls)}' object")


def _type_name(cls):
    return cls.__name__ if cls.__module__ == 'builtins' else f'{cls.__module__}.{cls.__name__}'


def _reduce_old(obj, cls, protocol):
    base = next(each for each in cls.__mro__ if _is_native(each))
    if base is cls and cls is not object:
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    state = None if base is object else base(obj)
    if _definer(cls, '__getstate__') is None and _slotnames(cls):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
    attributes = _state_of(obj)
    made = (_reconstructor, (cls, base, state))
    return made + (attributes,) if attributes else made


def _new_arguments(obj, cls):
    """What __new__ is to get besides the class: positional and by keyword; None where nobody says."""
    if _definer(cls, '__getnewargs_ex__') is not None:
        both = obj.__getnewargs_ex__()
        if not isinstance(both, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(both).__name__}'")
        if len(both) != 2:
            raise ValueError(f'__getnewargs_ex__ should return a tuple of length 2, not {len(both)}')
        return both
    if _definer(cls, '__getnewargs__') is not None:
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        return args, {}
    for base in _values:
        if isinstance(obj, base):
            return (base(obj) if base is not str else str.__str__(obj),), {}
    return None


def _reduce_object(obj, protocol):
    """object.__reduce_ex__, whatever the class says itself."""
    cls = type(obj)
    made = _reduce_container(obj, cls, protocol)
    if made is not None:
        return made
    if protocol < 2:
        return _reduce_old(obj, cls, protocol)
    given = _new_arguments(obj, cls)
    native = next(each for each in cls.__mro__ if _is_native(each))
    if given is None and native is not object and native not in _containers:
        _refuse(cls)
    args, kwargs = given or ((), {})
    state = _state_of(obj)
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    if kwargs:
        return (__newobj_ex__, (cls, args, kwargs), state, items, pairs)
    return (__newobj__, (cls, *args), state, items, pairs)


def _reduce_ex(obj, protocol):
    return obj.__reduce__() if _definer(type(obj), '__reduce__') is not None else _reduce_object(obj, protocol)


def reduced(obj, protocol):
    """What the object's own __reduce_ex__ or __reduce__ says, or object's."""
    return obj.__reduce_ex__(protocol) if _definer(type(obj), '__reduce_ex__') is not None else _reduce_ex(obj, protocol)


_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f'key {key} is already registered with code {_extension_registry[key]}')
    if code in _inverted_registry:
        raise ValueError(f'code {code} is already in use for key {_inverted_registry[code]}')
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()


__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']
