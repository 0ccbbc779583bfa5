"""What the methods of data classes need when the compiler writes them."""


class FrozenInstanceError(AttributeError):
    __module__ = 'dataclasses'


class HasDefaultFactory:
    def __repr__(self):
        return '<factory>'


factory = HasDefaultFactory()


class _MISSING_TYPE:
    __module__ = 'dataclasses'


MISSING = _MISSING_TYPE()

_active = set()


def enter_repr(obj):
    """Is the object being shown already? Otherwise it is from now on."""
    key = id(obj)
    if key in _active:
        return True
    _active.add(key)
    return False


def leave_repr(obj):
    _active.discard(id(obj))


def checked_default(name, value):
    if value.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(value)} for field {name} is not allowed: use default_factory')
    return value
