"""Rational numbers."""
import math
from numbers import Rational as _Rational
__all__ = ['Fraction']

_HASH_MODULUS = (1 << 61) - 1


def _are_digits(text):
    return all([part.isdecimal() for part in text.split('_')])


def _literal(text):
    """(numerator, denominator); None: it is no fraction."""
    rest = text.strip()
    sign = -1 if rest[:1] == '-' else 1
    if rest[:1] in ('+', '-'):
        rest = rest[1:]
    if not (rest[:1].isdecimal() or rest[:1] == '.' and rest[1:2].isdecimal()):
        return None
    top, slash, bottom = rest.partition('/')
    if slash:
        top, bottom = top.rstrip(), bottom.lstrip()
        return (sign * int(top), int(bottom)) if _are_digits(top) and _are_digits(bottom) else None
    mantissa, e, exponent = rest.replace('E', 'e').partition('e')
    whole, point, decimals = mantissa.partition('.')
    shown = exponent[1:] if exponent[:1] in ('+', '-') else exponent
    if whole and not _are_digits(whole) or decimals and not _are_digits(decimals) or e and not _are_digits(shown):
        return None
    decimals = decimals.replace('_', '')
    power = (int(exponent) if e else 0) - len(decimals)
    numerator = sign * int((whole or '0') + decimals)
    return (numerator * 10 ** power, 1) if power >= 0 else (numerator, 10 ** -power)


def _parse(text):
    parts = _literal(text)
    if parts is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    return parts


@_Rational.register
class Fraction:
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if isinstance(numerator, int):
                self._numerator, self._denominator = int(numerator), 1
                return self
            if isinstance(numerator, Fraction):
                self._numerator, self._denominator = numerator._numerator, numerator._denominator
                return self
            if isinstance(numerator, str):
                numerator, denominator = _parse(numerator)
            elif not isinstance(numerator, type) and hasattr(numerator, 'as_integer_ratio'):
                numerator, denominator = numerator.as_integer_ratio()
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            if not (type(numerator) is int and type(denominator) is int):
                numerator, denominator = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator, self._denominator = numerator // g, denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self

    def __complex__(self):
        return complex(float(self))

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        if not spec:
            return str(self)
        from _fraction_format import formatted
        return formatted(self, self._numerator, self._denominator, spec)

    def _operate(self, other, op, exact):
        if isinstance(other, int):
            return exact(self, Fraction(other))
        if isinstance(other, Fraction):
            return exact(self, other)
        if isinstance(other, (float, complex)):
            return op(self._numerator / self._denominator, other)
        return NotImplemented

    def _reflected(self, other, op, exact):
        if isinstance(other, int):
            return exact(Fraction(other), self)
        if isinstance(other, (float, complex)):
            return op(other, self._numerator / self._denominator)
        return NotImplemented

    def __add__(self, other):
        return self._operate(other, _add, _exact_add)

    def __radd__(self, other):
        return self._reflected(other, _add, _exact_add)

    def __sub__(self, other):
        return self._operate(other, _sub, _exact_sub)

    def __rsub__(self, other):
        return self._reflected(other, _sub, _exact_sub)

    def __mul__(self, other):
        return self._operate(other, _mul, _exact_mul)

    def __rmul__(self, other):
        return self._reflected(other, _mul, _exact_mul)

    def __truediv__(self, other):
        return self._operate(other, _div, _exact_div)

    def __rtruediv__(self, other):
        return self._reflected(other, _div, _exact_div)

    def __floordiv__(self, other):
        return self._operate(other, _floordiv, _exact_floordiv)

    def __rfloordiv__(self, other):
        return self._reflected(other, _floordiv, _exact_floordiv)

    def __mod__(self, other):
        return self._operate(other, _mod, _exact_mod)

    def __rmod__(self, other):
        return self._reflected(other, _mod, _exact_mod)

    def __divmod__(self, other):
        return (self // other, self % other)

    def __rdivmod__(self, other):
        return (other // self, other % self)

    def __pow__(self, b):
        if isinstance(b, Fraction) and b._denominator == 1:
            b = b._numerator
        if isinstance(b, int):
            if b >= 0:
                return Fraction(self._numerator ** b, self._denominator ** b)
            if self._numerator == 0:
                raise ZeroDivisionError(f'Fraction({self._denominator ** -b}, 0)')
            return Fraction(self._denominator ** -b, self._numerator ** -b)
        if isinstance(b, (float, complex, Fraction)):
            return float(self) ** (float(b) if isinstance(b, Fraction) else b)
        return NotImplemented

    def __rpow__(self, a):
        if self._denominator == 1 and self._numerator >= 0:
            return a ** self._numerator
        if isinstance(a, int) and self._denominator == 1:
            return Fraction(a) ** self._numerator
        return a ** float(self)

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _HASH_MODULUS)
        except ValueError:
            result = 314159
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, int):
            return self._numerator == other and self._denominator == 1
        if isinstance(other, Fraction):
            return self._numerator == other._numerator and self._denominator == other._denominator
        if isinstance(other, float):
            return self == Fraction(other) if math.isfinite(other) else 0.0 == other
        if isinstance(other, complex) and other.imag == 0:
            return self == other.real
        return NotImplemented

    def _order(self, other):
        """(left, right) to be compared; None: not comparable."""
        if isinstance(other, (int, Fraction)):
            return self._numerator * other.denominator, other.numerator * self._denominator
        if isinstance(other, float):
            if math.isfinite(other):
                other = Fraction(other)
                return self._numerator * other._denominator, other._numerator * self._denominator
            return 0.0, other
        return None

    def __lt__(self, other):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] < pair[1]

    def __le__(self, other):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] <= pair[1]

    def __gt__(self, other):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] > pair[1]

    def __ge__(self, other):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] >= pair[1]

    def __bool__(self):
        return self._numerator != 0

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _add(a, b):
    return a + b


def _sub(a, b):
    return a - b


def _mul(a, b):
    return a * b


def _div(a, b):
    return a / b


def _floordiv(a, b):
    return a // b


def _mod(a, b):
    return a % b


def _exact_add(a, b):
    return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _exact_sub(a, b):
    return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _exact_mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _exact_div(a, b):
    if b._numerator == 0:
        raise ZeroDivisionError(f'Fraction({b._denominator}, 0)')
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _exact_floordiv(a, b):
    return a._numerator * b._denominator // (a._denominator * b._numerator)


def _exact_mod(a, b):
    bottom = a._denominator * b._denominator
    return Fraction(a._numerator * b._denominator % (b._numerator * a._denominator), bottom)
