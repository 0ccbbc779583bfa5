"""Kinds of numbers, for isinstance."""
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


@_abstractmethod
def _missing(self, *args):
    raise NotImplementedError


class Number(metaclass=_ABCMeta):
    __slots__ = ()
    __hash__ = None


class Complex(Number):
    __slots__ = ()
    __hash__ = None
    real = imag = property(_missing)
    __complex__ = conjugate = __eq__ = __abs__ = __neg__ = __pos__ = _missing
    __add__ = __radd__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __rpow__ = _missing

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    __slots__ = ()
    __float__ = __trunc__ = __floor__ = __ceil__ = __round__ = __lt__ = __le__ = _missing
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _missing

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    __slots__ = ()
    numerator = denominator = property(_missing)

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Rational and any([base.__name__ == 'Fraction' and base.__module__ == 'fractions' for base in C.__mro__]):
            return True
        return NotImplemented

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    __slots__ = ()
    __int__ = __pow__ = __invert__ = __lshift__ = __rlshift__ = __rshift__ = __rrshift__ = _missing
    __and__ = __rand__ = __xor__ = __rxor__ = __or__ = __ror__ = _missing

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


# Also with the classes above: a program that only takes those has them all the same.
Number.register(complex)
Number.register(float)
Number.register(int)
Complex.register(complex)
Complex.register(float)
Complex.register(int)
Real.register(float)
Real.register(int)
Rational.register(int)
Integral.register(int)
