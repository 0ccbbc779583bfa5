"""Copies of objects, shallow and deep."""
from copyreg import dispatch_table, _definer, _reduce_object
__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error


def _is_atomic(cls):
    return cls in (type(None), int, float, bool, complex, str, bytes, type, range, slice, type(Ellipsis), type(NotImplemented), type(len), type(_is_atomic), property)


def _state_of(x):
    """What a plain object's copy takes over: its attributes, in the dict and in slots."""
    state = {}
    for cls in type(x).__mro__:
        slots = cls.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ('__dict__', '__weakref__'):
                if name.startswith('__') and not name.endswith('__'):
                    name = f'_{cls.__name__.lstrip("_")}{name}'
                if hasattr(x, name):
                    state[name] = getattr(x, name)
    state.update(getattr(x, '__dict__', {}))
    return state


def _base_copy(x, deep, memo):
    """An object of x's class with the value of its built-in base."""
    cls = type(x)
    if isinstance(x, BaseException):
        args = tuple(deepcopy(arg, memo) for arg in x.args) if deep else x.args
        return cls.__new__(cls, *args)
    if isinstance(x, list):
        y = cls.__new__(cls)
        if deep:
            memo[id(x)] = y
        for item in list.__iter__(x):
            list.append(y, deepcopy(item, memo) if deep else item)
        return y
    if isinstance(x, dict):
        y = cls.__new__(cls)
        if deep:
            memo[id(x)] = y
        if hasattr(x, 'default_factory'):
            dict_init = cls.__init__
            dict_init(y, x.default_factory)
        for key in dict.__iter__(x):
            value = dict.__getitem__(x, key)
            if deep:
                dict.__setitem__(y, deepcopy(key, memo), deepcopy(value, memo))
            else:
                dict.__setitem__(y, key, value)
        return y
    if isinstance(x, (set, frozenset, tuple)):
        items = [deepcopy(item, memo) if deep else item for item in x]
        if isinstance(x, tuple):
            return tuple.__new__(cls, items)
        if isinstance(x, frozenset):
            return frozenset.__new__(cls, items)
        y = cls.__new__(cls)
        set.update(y, items)
        return y
    for base in (bool, int, float, str, bytes, complex):
        if isinstance(x, base):
            return base.__new__(cls, x)
    if hasattr(x, 'popleft') and hasattr(x, 'maxlen'):
        return cls([deepcopy(item, memo) if deep else item for item in x], x.maxlen)
    if cls is not object and _definer(cls, '__module__') is None:
        made = _reduce_object(x, 4)
        return x if isinstance(made, str) else _rebuild(x, made, deep, memo)
    if isinstance(x, bytearray):
        y = bytearray.__new__(cls)
        bytearray.extend(y, x)
        return y
    get_arguments = getattr(x, '__getnewargs__', None)
    if get_arguments is None:
        return cls.__new__(cls)
    return cls.__new__(cls, *(deepcopy(get_arguments(), memo) if deep else get_arguments()))


def _rebuild(x, reduced, deep, memo):
    if isinstance(reduced, str):
        return x
    if len(reduced) > 5:
        raise TypeError(f'_reconstruct() takes from 4 to 7 positional arguments but {len(reduced) + 2} were given')
    func, args = reduced[0], reduced[1]
    y = func(*[deepcopy(arg, memo) for arg in args]) if deep else func(*args)
    if deep:
        memo[id(x)] = y
    if len(reduced) > 2 and reduced[2] is not None:
        state = deepcopy(reduced[2], memo) if deep else reduced[2]
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            if isinstance(state, tuple) and len(state) == 2:
                state, slot_state = state
                for name, value in (slot_state or {}).items():
                    setattr(y, name, value)
            if state:
                y.__dict__.update(state)
    for item in (reduced[3] if len(reduced) > 3 else None) or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in (reduced[4] if len(reduced) > 4 else None) or ():
        y[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    return y


def _own_reduce(cls):
    for base in cls.__mro__:
        for name in ('__reduce_ex__', '__reduce__'):
            if base is not object and name in base.__dict__:
                return name
    return None


def _copy_object(x, deep, memo):
    reduce = dispatch_table.get(type(x))
    if reduce is not None:
        return _rebuild(x, reduce(x), deep, memo)
    if type(x).__name__ == 'method' and hasattr(x, '__func__'):
        return type(x)(x.__func__, deepcopy(x.__self__, memo) if deep else x.__self__)
    name = _own_reduce(type(x))
    if name is not None:
        return _rebuild(x, getattr(x, name)(4) if name == '__reduce_ex__' else getattr(x, name)(), deep, memo)
    y = _base_copy(x, deep, memo)
    if deep:
        memo[id(x)] = y
    get_state = getattr(x, '__getstate__', None)
    state = get_state() if get_state is not None and not isinstance(get_state, type(len)) and type(get_state).__name__ == 'method' else _state_of(x)
    if deep:
        state = deepcopy(state, memo)
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
    elif state:
        for key, value in state.items():
            object.__setattr__(y, key, value)
    return y


def copy(x):
    cls = type(x)
    if _is_atomic(cls) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if isinstance(x, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    return _copy_object(x, False, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if _is_atomic(cls):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    if cls is list:
        y = []
        memo[key] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = {}
        memo[key] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key]
        y = x
        for old, new in zip(x, items):
            if old is not new:
                y = tuple(items)
                break
    elif cls is set:
        y = {deepcopy(item, memo) for item in x}
    elif cls is bytearray:
        y = bytearray(x)
    elif isinstance(x, type):
        y = x
    else:
        copier = getattr(x, '__deepcopy__', None)
        y = copier(memo) if copier is not None else _copy_object(x, True, memo)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def replace(obj, /, **changes):
    method = getattr(type(obj), '__replace__', None)
    if method is None:
        raise TypeError(f'replace() does not support {type(obj).__name__} objects')
    return method(obj, **changes)
