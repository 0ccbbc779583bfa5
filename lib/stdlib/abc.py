"""Abstract base classes as run-time objects: used where a program needs more than the compiler's own checks."""


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _is_abstract(value):
    return getattr(value, '__isabstractmethod__', False)


def _abstract_names(cls, names):
    inherited = {key for base in cls.__bases__ for key in getattr(base, '__abstractmethods__', ()) if _is_abstract(getattr(cls, key, None))}
    return frozenset(inherited.union(names))


_registrations = [0]


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        names = {key for key, value in namespace.items() if _is_abstract(value)}
        type.__setattr__(cls, '__abstractmethods__', _abstract_names(cls, names))
        type.__setattr__(cls, '_abc_registry', [])
        return cls

    def __call__(cls, *args, **kwargs):
        missing = sorted(cls.__abstractmethods__)
        if missing:
            names = ', '.join(f"'{name}'" for name in missing)
            plural = 's' if len(missing) > 1 else ''
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} without an implementation for abstract method{plural} {names}")
        return super().__call__(*args, **kwargs)

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        _registrations[0] += 1
        cls._abc_registry.append(subclass)
        kind = cls.__dict__.get('__abc_tpflags__')
        if kind is not None:
            try:
                subclass.__abc_tpflags__ = kind
            except TypeError:
                pass  # a type of the runtime
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance)) or instance.__class__ is not type(instance) and cls.__subclasscheck__(instance.__class__)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        hook = cls.__subclasshook__(subclass)
        if hook is not NotImplemented:
            return hook
        if cls in subclass.__mro__:
            return True
        for registered in cls._abc_registry:
            if registered in subclass.__mro__ or issubclass(subclass, registered):
                return True
        for inner in cls.__subclasses__():
            if issubclass(subclass, inner):
                return True
        return False

    def __subclasshook__(cls, subclass):
        return NotImplemented


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return _registrations[0]


def update_abstractmethods(cls):
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    names = {key for key, value in cls.__dict__.items() if _is_abstract(value)}
    type.__setattr__(cls, '__abstractmethods__', _abstract_names(cls, names))
    return cls
