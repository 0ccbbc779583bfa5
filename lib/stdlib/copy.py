"""Copies of objects, shallow and deep."""
from copyreg import dispatch_table, _reduce_object
__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error


def _is_atomic(cls):
    return cls in (type(None), int, float, bool, complex, str, bytes, type, range, slice, type(Ellipsis), type(NotImplemented), type(len), type(_is_atomic), property)


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
        _take_over(y, deepcopy(reduced[2], memo) if deep else reduced[2])
    for item in (reduced[3] if len(reduced) > 3 else None) or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in (reduced[4] if len(reduced) > 4 else None) or ():
        y[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    return y


def _take_over(y, state):
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slot_state = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slot_state = state
    if state is not None:
        y.__dict__.update(state)
    if slot_state is not None:
        for name, value in slot_state.items():
            setattr(y, name, value)


def _own_reduce(cls):
    for base in cls.__mro__:
        for name in ('__reduce_ex__', '__reduce__'):
            if base is not object and name in base.__dict__:
                return name
    return None


def _copy_object(x, deep, memo):
    cls = type(x)
    reduce = dispatch_table.get(cls)
    if reduce is not None:
        return _rebuild(x, reduce(x), deep, memo)
    if cls.__name__ == 'method' and hasattr(x, '__func__'):
        return cls(x.__func__, deepcopy(x.__self__, memo) if deep else x.__self__)
    name = _own_reduce(cls)
    if name is None:
        return _rebuild(x, _reduce_object(x, 4), deep, memo)
    return _rebuild(x, getattr(x, name)(4) if name == '__reduce_ex__' else getattr(x, name)(), deep, memo)


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
    if _is_atomic(cls) and cls is not slice:
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
