"""weakref: references that keep nothing alive, and containers of them."""
import atexit
from collections.abc import MutableMapping
from itertools import count as _count
from _weakref import getweakrefs, ref
from _weakrefset import WeakSet
__all__ = [
    'ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType', 'CallableProxyType', 'ProxyTypes',
    'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize',
]

ReferenceType = ref


def getweakrefcount(object):
    return len(getweakrefs(object))


# ---- proxies ----

def _target(proxy):
    target = object.__getattribute__(proxy, '_ref')()
    if target is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return target


def _unwrapped(value):
    return _target(value) if isinstance(value, ProxyType) else value


class ProxyType:
    """Stands for its object as long as that lives."""

    __slots__ = ('_ref', '__weakref__')
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = object.__getattribute__(self, '_ref')()
        return '<weakproxy at 0x%x to %s at 0x%x>' % (id(self), type(target).__name__, id(target))

    def __str__(self):
        return str(_target(self))

    def __bytes__(self):
        return bytes(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __len__(self):
        return len(_target(self))

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        return next(_target(self))

    def __reversed__(self):
        return reversed(_target(self))

    def __contains__(self, item):
        return item in _target(self)

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __eq__(self, other):
        return _target(self) == _unwrapped(other)

    def __ne__(self, other):
        return _target(self) != _unwrapped(other)

    def __lt__(self, other):
        return _target(self) < _unwrapped(other)

    def __le__(self, other):
        return _target(self) <= _unwrapped(other)

    def __gt__(self, other):
        return _target(self) > _unwrapped(other)

    def __ge__(self, other):
        return _target(self) >= _unwrapped(other)

    def __add__(self, other):
        return _target(self) + _unwrapped(other)

    def __radd__(self, other):
        return other + _target(self)

    def __sub__(self, other):
        return _target(self) - _unwrapped(other)

    def __rsub__(self, other):
        return other - _target(self)

    def __mul__(self, other):
        return _target(self) * _unwrapped(other)

    def __rmul__(self, other):
        return other * _target(self)

    def __truediv__(self, other):
        return _target(self) / _unwrapped(other)

    def __rtruediv__(self, other):
        return other / _target(self)

    def __floordiv__(self, other):
        return _target(self) // _unwrapped(other)

    def __rfloordiv__(self, other):
        return other // _target(self)

    def __mod__(self, other):
        return _target(self) % _unwrapped(other)

    def __matmul__(self, other):
        return _target(self) @ _unwrapped(other)

    def __and__(self, other):
        return _target(self) & _unwrapped(other)

    def __or__(self, other):
        return _target(self) | _unwrapped(other)

    def __xor__(self, other):
        return _target(self) ^ _unwrapped(other)

    def __neg__(self):
        return -_target(self)

    def __abs__(self):
        return abs(_target(self))

    def __int__(self):
        return int(_target(self))

    def __float__(self):
        return float(_target(self))

    def __index__(self):
        return _target(self).__index__()


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(obj, callback=None, /):
    made = object.__new__(CallableProxyType if callable(obj) else ProxyType)
    told = None if callback is None else lambda _: callback(made)
    object.__setattr__(made, '_ref', ref(obj, told))
    return made


# ---- methods ----

class WeakMethod:
    """A reference to a bound method that lives as long as its object."""

    def __init__(self, meth, callback=None):
        try:
            obj, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not %s' % type(meth)) from None
        self._meth_type = type(meth)
        self._alive = True
        own = ref(self)

        def gone(_):
            method = own()
            if method is not None and method._alive:
                method._alive = False
                if callback is not None:
                    callback(method)

        self._obj_ref = ref(obj, gone)
        self._func_ref = ref(function, gone)

    def __call__(self):
        obj, function = self._obj_ref(), self._func_ref()
        return None if obj is None or function is None else self._meth_type(function, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return self._obj_ref == other._obj_ref and self._func_ref == other._func_ref

    def __hash__(self):
        return hash((self._obj_ref, self._func_ref))


# ---- containers ----

class WeakValueDictionary(MutableMapping):
    """Entries go with their values."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _reference(self, key, value):
        data = self.data

        def gone(dead):
            if data.get(key) is dead:
                del data[key]

        return ref(value, gone)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = self._reference(key, value)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return self.keys()

    def __contains__(self, key):
        try:
            return self.data[key]() is not None
        except KeyError:
            return False

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __copy__(self):
        return self.copy()

    def copy(self):
        return self.__class__(dict(self.items()))

    def get(self, key, default=None):
        value = self.data[key]() if key in self.data else None
        return default if value is None else value

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def keys(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    def values(self):
        for reference in list(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())

    def pop(self, key, *args):
        value = self.data.pop(key)() if key in self.data else None
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def update(self, other=(), /, **kwargs):
        for key, value in dict(other).items():
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value


class WeakKeyDictionary(MutableMapping):
    """Entries go with their keys."""

    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _reference(self, key):
        data = self.data
        return ref(key, lambda dead: data.pop(dead, None))

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[self._reference(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return self.keys()

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __copy__(self):
        return self.copy()

    def copy(self):
        made = self.__class__()
        for key, value in self.items():
            made[key] = value
        return made

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keys(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    def values(self):
        for reference, value in list(self.data.items()):
            if reference() is not None:
                yield value

    def keyrefs(self):
        return list(self.data)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(self._reference(key), default)

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in (other.items() if hasattr(other, 'items') else other):
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value



# ---- finalizers ----

_finalizers = {}
_numbers = _count(1)


class finalize:
    """Calls a function when an object dies, or else when the program ends."""

    __slots__ = ('_number', '__weakref__',)

    def __init__(self, obj, func, /, *args, **kwargs):
        number = next(_numbers)
        self._number = number
        if not _finalizers:
            atexit.register(_finalize_all)
        _finalizers[number] = [ref(obj, lambda _: self()), func, args, kwargs, True]

    def __call__(self, _=None):
        entry = _finalizers.pop(self._number, None)
        if entry is not None:
            return entry[1](*entry[2], **entry[3])

    def _described(self, entry):
        obj = None if entry is None else entry[0]()
        return None if obj is None else (obj, entry[1], entry[2], entry[3])

    def detach(self):
        described = self._described(_finalizers.get(self._number))
        if described is not None:
            del _finalizers[self._number]
        return described

    def peek(self):
        return self._described(_finalizers.get(self._number))

    @property
    def alive(self):
        return self._number in _finalizers

    @property
    def atexit(self):
        return self._number in _finalizers and _finalizers[self._number][4]

    @atexit.setter
    def atexit(self, value):
        if self._number in _finalizers:
            _finalizers[self._number][4] = bool(value)

    def __repr__(self):
        described = self.peek()
        if described is None:
            return '<%s object at %#x; dead>' % (type(self).__name__, id(self))
        return '<%s object at %#x; for %r at %#x>' % (type(self).__name__, id(self), type(described[0]).__name__, id(described[0]))


def _finalize_all():
    for number in sorted(_finalizers, reverse=True):
        entry = _finalizers.pop(number, None)
        if entry is not None and entry[4]:
            entry[1](*entry[2], **entry[3])
