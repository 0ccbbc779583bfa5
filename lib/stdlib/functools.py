"""Functions that take or make functions."""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
__all__ = [
    'update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
    'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property',
]

_MappingProxyType = type(type.__dict__)
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        try:
            setattr(wrapper, name, value)
        except (AttributeError, TypeError):
            if name not in ('__annotations__', '__type_params__', '__module__'):
                raise
    for name in updated:
        attributes = getattr(wrapped, name, None)
        if attributes:
            getattr(wrapper, name).update(attributes)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _lru_cache_wrapper(function, maxsize, typed)


def cache(user_function, /):
    return _lru_cache_wrapper(user_function, None, False)


_GenericAlias = type(list[int])


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = getattr(func, '__doc__', None)
        self.__module__ = func.__module__

    __class_getitem__ = classmethod(_GenericAlias)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                'Cannot assign the same cached_property to two different names '
                f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property.") from None
        if self.attrname in cache:
            return cache[self.attrname]
        value = self.func(instance)
        cache[self.attrname] = value
        return value


def _from_lt(self, other, name):
    result = type(self).__lt__(self, other)
    if result is NotImplemented:
        return result
    if name == 'gt':
        return not result and self != other
    if name == 'le':
        return result or self == other
    return not result


def _from_le(self, other, name):
    result = type(self).__le__(self, other)
    if result is NotImplemented:
        return result
    if name == 'ge':
        return not result or self == other
    if name == 'lt':
        return result and self != other
    return not result


def _from_gt(self, other, name):
    result = type(self).__gt__(self, other)
    if result is NotImplemented:
        return result
    if name == 'lt':
        return not (result or self == other)
    if name == 'ge':
        return result or self == other
    return not result


def _from_ge(self, other, name):
    result = type(self).__ge__(self, other)
    if result is NotImplemented:
        return result
    if name == 'le':
        return not result or self == other
    if name == 'gt':
        return result and self != other
    return not result


def _ordering(origin, name):
    def method(self, other):
        return origin(self, other, name)
    method.__name__ = f'__{name}__'
    return method


def total_ordering(cls):
    roots = [name for name in ('lt', 'le', 'gt', 'ge') if getattr(cls, f'__{name}__', None) is not getattr(object, f'__{name}__', None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    origin = {'lt': _from_lt, 'le': _from_le, 'gt': _from_gt, 'ge': _from_ge}['lt' if 'lt' in roots else 'le' if 'le' in roots else roots[0]]
    for name in ('lt', 'le', 'gt', 'ge'):
        if name not in roots:
            setattr(cls, f'__{name}__', _ordering(origin, name))
    return cls


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func = func
        self.args = args
        self.keywords = keywords

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *(f'{k}={v!r}' for k, v in self.keywords.items())]
        return f'functools.partialmethod({", ".join(parts)})'

    def __get__(self, obj, cls=None):
        get = getattr(type(self.func), '__get__', None)
        if get is not None:
            bound = get(self.func, obj, cls)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, '__self__'):
                    made.__self__ = bound.__self__
                return made

        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        method.__partialmethod__ = self
        return method if obj is None else method.__get__(obj, cls)


def _best_implementation(cls, registry):
    """What is registered for the first class in the order of resolution, abstract classes standing behind those that first are theirs."""
    if cls in registry:
        return registry[cls]
    abstract = [each for each in registry if each not in cls.__mro__ and issubclass(cls, each)]
    for base in cls.__mro__:
        if base in registry:
            return registry[base]
        here = [each for each in abstract if issubclass(base, each) and not any(issubclass(above, each) for above in base.__bases__)]
        here = [each for each in here if not any(other is not each and issubclass(other, each) for other in here)]
        if len(here) > 1:
            raise RuntimeError(f'Ambiguous dispatch: {here[0]} or {here[1]}')
        if here:
            return registry[here[0]]
    return registry[object]


_UnionType = type(int | str)


def _is_union(cls):
    """int | str, or typing's Union."""
    return type(cls) is _UnionType or getattr(getattr(cls, '__origin__', None), '_name', None) == 'Union'


def _is_dispatchable(cls):
    if _is_union(cls):
        return all(isinstance(arg, type) for arg in cls.__args__)
    return isinstance(cls, type) and type(cls) is not _GenericAlias


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        return _best_implementation(cls, registry)

    def register(cls, func=None):
        if _is_dispatchable(cls):
            if func is None:
                return lambda f: register(cls, f)
        elif func is not None:
            raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
        else:
            func = cls
            annotations = getattr(func, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or plain `@register` on an annotated function.')
            name, cls = next(iter(annotations.items()))
            if not _is_dispatchable(cls):
                of_union = _is_union(cls)
                problem = f'{cls!r} not all arguments are classes.' if of_union else f'{cls!r} is not a class.'
                raise TypeError(f'Invalid annotation for {name!r}. {problem}')
        for each in cls.__args__ if _is_union(cls) else (cls,):
            registry[each] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{func.__name__} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _MappingProxyType(registry)
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **kwargs):
            if not args:
                raise TypeError(f"{getattr(self.func, '__name__', 'singledispatchmethod method')} requires at least 1 positional argument")
            chosen = dispatch(args[0].__class__)
            return chosen.__get__(obj, cls)(*args, **kwargs)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
