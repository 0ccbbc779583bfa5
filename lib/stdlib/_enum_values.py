"""What stands for values in the bodies of enumerations. Public by way of enum."""


class auto:
    """A value to be found; `expression` is a function and what it takes, where the class body has computed with others."""
    __module__ = 'enum'

    def __init__(self, expression=None):
        self.value = None
        self.expression = expression

    def __or__(self, other):
        return auto((_or, self, other))

    def __and__(self, other):
        return auto((_and, self, other))

    def __xor__(self, other):
        return auto((_xor, self, other))

    def __invert__(self):
        return auto((_invert, self, None))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _or(a, b):
    return a | b


def _and(a, b):
    return a & b


def _xor(a, b):
    return a ^ b


def _invert(a, b):
    return ~a


def _evaluated(value):
    if not isinstance(value, auto):
        return value
    if value.value is None and value.expression is not None:
        function, a, b = value.expression
        value.value = function(_evaluated(a), _evaluated(b))
    return value.value


class nonmember:
    __module__ = 'enum'

    def __init__(self, value):
        self.value = value


class member:
    __module__ = 'enum'

    def __init__(self, value):
        self.value = value


def _names_in(names):
    return names.replace(',', ' ').split() if isinstance(names, str) else list(names)
