"""Decimal numbers of any length, as in the General Decimal Arithmetic Specification; CPython's texts."""
import math as _math
import sys as _sys
from _decimal_context import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY,
    BasicContext, Clamped, Context, ConversionSyntax, DecimalException, DefaultContext, DivisionByZero, DivisionImpossible, DivisionUndefined, ExtendedContext,
    FloatOperation, Inexact, InvalidContext, InvalidOperation, Overflow, Rounded, Subnormal, Underflow, digit_count, getcontext, localcontext, rounds_up, setcontext)
from _decimal_logs import Logs as _Logs, half_even as _half_even
from _decimal_parts import DecimalTuple, digits_of as _digits, is_out_of_range as _is_out_of_range, parse as _parse
from fractions import Fraction as _Fraction

HAVE_THREADS = HAVE_CONTEXTVAR = True
_modulus = _sys.hash_info.modulus


def _make(sign, coefficient, exponent, special=''):
    made = object.__new__(Decimal)
    made._sign = sign
    made._int = coefficient
    made._exp = exponent
    made._special = special
    return made


def _finish(context, sign, coefficient, exponent):
    parts = context.fit(sign, coefficient, exponent)
    return _make(int(parts[0] == '-'), 0, 0, 'F') if isinstance(parts, str) else _make(*parts)


def _invalid(context, kind=None):
    context.signal(InvalidOperation, kind)
    return _make(0, 0, 0, 'n')


class Decimal(_Logs):
    __slots__ = ()

    def __new__(cls, value='0', context=None):
        self = object.__new__(cls)
        if isinstance(value, str):
            parts = _parse(value)
            if parts is None or _is_out_of_range(*parts):
                (context or getcontext()).signal(InvalidOperation, ConversionSyntax if parts is None else InvalidOperation)
                parts = 0, 0, 0, 'n'
            self._sign, self._int, self._exp, self._special = parts
        elif isinstance(value, int):
            self._sign, self._int, self._exp, self._special = int(value < 0), abs(int(value)), 0, ''
        elif isinstance(value, Decimal):
            self._sign, self._int, self._exp, self._special = value._sign, value._int, value._exp, value._special
        elif isinstance(value, float):
            (context or getcontext()).signal(FloatOperation)
            other = Decimal.from_float(value)
            self._sign, self._int, self._exp, self._special = other._sign, other._int, other._exp, other._special
        elif isinstance(value, (tuple, list)):
            self._sign, self._int, self._exp, self._special = cls._of_tuple(value)
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        return self

    @staticmethod
    def _of_tuple(value):
        if len(value) != 3:
            raise ValueError('argument must be a sequence of length 3')
        sign, digits, exponent = value
        if sign not in (0, 1):
            raise ValueError('sign must be an integer with the value 0 or 1')
        if exponent == 'F':
            return sign, 0, 0, 'F'
        coefficient = 0
        for digit in digits:
            if not isinstance(digit, int) or not 0 <= digit <= 9:
                raise ValueError('coefficient must be a tuple of digits')
            coefficient = coefficient * 10 + digit
        if exponent in ('n', 'N'):
            return sign, coefficient, 0, exponent
        if not isinstance(exponent, int):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        return sign, coefficient, exponent, ''

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        if f != f or f in (_math.inf, -_math.inf):
            return cls(repr(f))
        top, bottom = abs(f).as_integer_ratio()
        power = bottom.bit_length() - 1
        return cls((int(_math.copysign(1.0, f) < 0), tuple(map(int, _digits(top * 5**power))), -power))

    def radix(self):
        return Decimal(10)

    @property
    def imag(self):
        return Decimal(0)

    # ---- conversions ----

    def __floor__(self):
        return int(self._integral(ROUND_FLOOR))

    def __ceil__(self):
        return int(self._integral(ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self._integral(ROUND_HALF_EVEN))
        if not isinstance(n, int):
            raise TypeError('optional arg must be an integer')
        return self.quantize(_make(0, 1, -n))

    def _integral(self, rounding):
        """A whole number; infinities and nans stay."""
        if self._special == 'F':
            raise OverflowError('cannot convert Infinity to integer')
        if self._special:
            raise ValueError('cannot convert NaN to integer')
        return self._at(0, rounding) if self._exp < 0 else self

    def _at(self, exponent, rounding):
        """With that exponent, exactly or rounded; without signals."""
        if self._exp >= exponent:
            return _make(self._sign, self._int * 10**(self._exp - exponent), exponent)
        drop = exponent - self._exp
        if drop > digit_count(self._int) + 1:
            quotient, rest, whole = 0, int(self._int != 0), 10
        else:
            whole = 10**drop
            quotient, rest = divmod(self._int, whole)
        return _make(self._sign, quotient + rounds_up(rounding, self._sign, quotient, rest, whole), exponent)

    def __hash__(self):
        if self._special == 'N':
            raise TypeError('Cannot hash a signaling NaN value')
        if self._special == 'n':
            return object.__hash__(self)
        if self._special:
            return -_sys.hash_info.inf if self._sign else _sys.hash_info.inf
        power = pow(10, self._exp, _modulus) if self._exp >= 0 else pow(pow(10, _modulus - 2, _modulus), -self._exp, _modulus)
        value = self._int * power % _modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(self)

    def __deepcopy__(self, memo):
        return self.__copy__()

    # ---- comparisons ----

    def _compare(self, other):
        """-1, 0, 1; of numbers that are no nans."""
        if self._special or other._special:
            mine = (self._special == 'F') * (-1 if self._sign else 1)
            theirs = (other._special == 'F') * (-1 if other._sign else 1)
            return (mine > theirs) - (mine < theirs)
        if self._int == 0 or other._int == 0:
            mine = (self._int != 0) * (-1 if self._sign else 1)
            theirs = (other._int != 0) * (-1 if other._sign else 1)
            return (mine > theirs) - (mine < theirs)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        size = -1 if self._sign else 1
        mine, theirs = self.adjusted(), other.adjusted()
        if mine != theirs:
            return size if mine > theirs else -size
        low = min(self._exp, other._exp)
        mine, theirs = self._int * 10**(self._exp - low), other._int * 10**(other._exp - low)
        return ((mine > theirs) - (mine < theirs)) * size

    def _against(self, fraction):
        """-1, 0, 1; of a number that is no nan."""
        return (self if self._special else _make(self._sign, self._int * fraction.denominator, self._exp))._compare(Decimal(fraction.numerator))

    def _comparable(self, other, equality):
        """The other number as a Decimal; None: no number; a nan where there is no order."""
        if isinstance(other, float):
            context = getcontext()
            if equality:
                context.flags[FloatOperation] = True
            else:
                context.signal(FloatOperation)
            return Decimal.from_float(other)
        if isinstance(other, complex) and equality and other.imag == 0:
            return self._comparable(other.real, True)
        if isinstance(other, _Fraction):
            return other
        return _convert(other)

    def __eq__(self, other):
        other = self._comparable(other, True)
        if other is None:
            return NotImplemented
        if isinstance(other, _Fraction):
            return not self._special and self._against(other) == 0
        if self.is_nan() or other.is_nan():
            if self._special == 'N' or other._special == 'N':
                getcontext().signal(InvalidOperation)
            return False
        return self._compare(other) == 0

    def _ordered(self, other, test):
        other = self._comparable(other, False)
        if other is None:
            return NotImplemented
        if self.is_nan() or not isinstance(other, _Fraction) and other.is_nan():
            getcontext().signal(InvalidOperation)
            return False
        if isinstance(other, _Fraction):
            return test(self._against(other))
        return test(self._compare(other))

    def __lt__(self, other):
        return self._ordered(other, lambda sign: sign < 0)

    def __le__(self, other):
        return self._ordered(other, lambda sign: sign <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda sign: sign > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda sign: sign >= 0)

    def compare(self, other, context=None):
        other = _needed(other)
        nan = self._nan_of(other, context or getcontext())
        return nan if nan is not None else Decimal(self._compare(other))

    def compare_signal(self, other, context=None):
        other = _needed(other)
        if self.is_nan() or other.is_nan():
            return _invalid(context or getcontext())
        return Decimal(self._compare(other))

    def compare_total(self, other, context=None):
        other = _needed(other)
        mine, theirs = self._total_key(), other._total_key()
        return Decimal((mine > theirs) - (mine < theirs))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_needed(other).copy_abs())

    def _total_key(self):
        kind = {'': 0, 'F': 1, 'N': 2, 'n': 3}[self._special]
        value = self._fraction() if not self._special else _Fraction(self._int)
        exponent = 0 if self._special else self._exp
        return (0, -kind, -abs(value), -exponent) if self._sign else (1, kind, abs(value), exponent)

    # ---- arithmetic ----

    def _nan_of(self, other, context):
        """The nan that an operation with a nan gives, or None."""
        if not self._special and (other is None or not other._special):
            return None
        for value in (self, other):
            if value is not None and value._special == 'N':
                context.signal(InvalidOperation)
                return _fit_nan(value, context)
        for value in (self, other):
            if value is not None and value._special == 'n':
                return _fit_nan(value, context)
        return None

    def __neg__(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        sign = 1 - self._sign if self or context.rounding == ROUND_FLOOR and not self._sign else 0
        return _make(sign, 0, 0, 'F') if self._special else _finish(context, sign, self._int, self._exp)

    def __pos__(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        sign = self._sign if self or context.rounding == ROUND_FLOOR else 0
        return self if self._special else _finish(context, sign, self._int, self._exp)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    def __add__(self, other, context=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        if self._special or other._special:
            nan = self._nan_of(other, context)
            if nan is not None:
                return nan
            if self._special and other._special and self._sign != other._sign:
                return _invalid(context)
            return _make((self if self._special else other)._sign, 0, 0, 'F')
        low = min(self._exp, other._exp)
        if not self._int or not other._int:
            if not self._int and not other._int:
                sign = self._sign & other._sign
                if self._sign != other._sign and context.rounding == ROUND_FLOOR:
                    sign = 1
                return _finish(context, sign, 0, low)
            only = self if self._int else other
            low = max(low, only._exp - context.prec - 1)
            return _finish(context, only._sign, only._int * 10**(only._exp - low), low)
        a, ae, b, be = self._int, self._exp, other._int, other._exp
        if ae != be:
            a, ae, b, be = _aligned(a, ae, b, be, context.prec)
        total = (-a if self._sign else a) + (-b if other._sign else b)
        if total == 0:
            return _finish(context, int(context.rounding == ROUND_FLOOR and self._sign != other._sign or self._sign & other._sign), 0, low)
        return _finish(context, int(total < 0), abs(total), ae)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        if other.is_nan():
            return self.__add__(other, context)
        return self.__add__(other.copy_negate(), context)

    def __rsub__(self, other, context=None):
        other = _convert(other)
        return NotImplemented if other is None else other.__sub__(self, context)

    def __mul__(self, other, context=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan_of(other, context)
            if nan is not None:
                return nan
            return _make(sign, 0, 0, 'F') if self and other else _invalid(context)
        return _finish(context, sign, self._int * other._int, self._exp + other._exp)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan_of(other, context)
            if nan is not None:
                return nan
            if self._special and other._special:
                return _invalid(context)
            if self._special:
                return _make(sign, 0, 0, 'F')
            context.signal(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return _invalid(context, DivisionUndefined)
            context.signal(DivisionByZero)
            return _make(sign, 0, 0, 'F')
        exponent = self._exp - other._exp
        if not self._int:
            return _finish(context, sign, 0, exponent)
        shift = digit_count(other._int) - digit_count(self._int) + context.prec + 1
        at = exponent - shift
        if shift >= 0:
            quotient, rest = divmod(self._int * 10**shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10**-shift)
        if rest:
            if quotient % 5 == 0:
                quotient += 1
        else:
            while at < exponent and quotient % 10 == 0:
                quotient //= 10
                at += 1
        return _finish(context, sign, quotient, at)

    def __rtruediv__(self, other, context=None):
        other = _convert(other)
        return NotImplemented if other is None else other.__truediv__(self, context)

    def _divided(self, other, context):
        """Quotient and rest of two numbers, not both of them infinite, other not 0."""
        sign = self._sign ^ other._sign
        low = self._exp if other._special else min(self._exp, other._exp)
        difference = self.adjusted() - other.adjusted()
        if not self._int or other._special or difference <= -2:
            return _make(sign, 0, 0), _make(self._sign, self._int * 10**max(0, self._exp - low), low) if low <= self._exp else self
        if difference <= context.prec:
            a, b = self._int * 10**(self._exp - low), other._int * 10**(other._exp - low)
            quotient, rest = divmod(a, b)
            if quotient < 10**context.prec:
                return _make(sign, quotient, 0), _make(self._sign, rest, low)
        nan = _invalid(context, DivisionImpossible)
        return nan, nan

    def _undivided(self, other, context, wants_rest):
        """What // and % give where there is nothing to divide; None: divide."""
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        if self._special:
            return _invalid(context) if wants_rest or other._special else _make(self._sign ^ other._sign, 0, 0, 'F')
        if not other:
            if not self or wants_rest:
                return _invalid(context, None if self else DivisionUndefined)
            context.signal(DivisionByZero)
            return _make(self._sign ^ other._sign, 0, 0, 'F')
        return None

    def __floordiv__(self, other, context=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        known = self._undivided(other, context, False)
        if known is not None:
            return known
        quotient = self._divided(other, context)[0]
        return quotient if quotient._special else _finish(context, quotient._sign, quotient._int, quotient._exp)

    def __rfloordiv__(self, other, context=None):
        other = _convert(other)
        return NotImplemented if other is None else other.__floordiv__(self, context)

    def __mod__(self, other, context=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        known = self._undivided(other, context, True)
        if known is not None:
            return known
        rest = self._divided(other, context)[1]
        return rest if rest._special else _finish(context, rest._sign, rest._int, rest._exp)

    def __rmod__(self, other, context=None):
        other = _convert(other)
        return NotImplemented if other is None else other.__mod__(self, context)

    def __divmod__(self, other, context=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan, nan
        if self._special:
            return (_invalid(context) if other._special else _make(self._sign ^ other._sign, 0, 0, 'F')), _invalid(context)
        if not other:
            if not self:
                nan = _invalid(context, DivisionUndefined)
                return nan, nan
            context.flags[InvalidOperation] = context.flags[DivisionByZero] = True
            if context.traps[InvalidOperation]:
                raise InvalidOperation([InvalidOperation, DivisionByZero] if context.traps[DivisionByZero] else [InvalidOperation])
            context.signal(DivisionByZero)
            return _make(self._sign ^ other._sign, 0, 0, 'F'), _make(0, 0, 0, 'n')
        quotient, rest = self._divided(other, context)
        if rest._special:
            return quotient, rest
        return _finish(context, quotient._sign, quotient._int, quotient._exp), _finish(context, rest._sign, rest._int, rest._exp)

    def __rdivmod__(self, other, context=None):
        other = _convert(other)
        return NotImplemented if other is None else other.__divmod__(self, context)

    def remainder_near(self, other, context=None):
        other = _needed(other)
        context = context or getcontext()
        known = self._undivided(other, context, True)
        if known is not None:
            return known
        if other._special:
            return _finish(context, self._sign, self._int, self._exp)
        low = min(self._exp, other._exp)
        a, b = self._int * 10**(self._exp - low), other._int * 10**(other._exp - low)
        quotient, rest = divmod(a, b)
        sign = self._sign
        if rest * 2 > b or rest * 2 == b and quotient % 2:
            rest, sign, quotient = b - rest, 1 - sign, quotient + 1
        if quotient >= 10**context.prec:
            return _invalid(context, DivisionImpossible)
        return _finish(context, sign, rest, low)

    def fma(self, other, third, context=None):
        other, third, context = _needed(other), _needed(third), context or getcontext()
        if self._special or other._special:
            return self.__mul__(other, context).__add__(third, context)
        return _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp).__add__(third, context)

    def __pow__(self, other, modulo=None, context=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        if modulo is not None:
            modulo = _needed(modulo)
            whole = [value._exp >= 0 or value == value._at(0, ROUND_DOWN) for value in (self, other, modulo) if not value._special]
            if len(whole) < 3 or not all(whole) or other._sign or not modulo or not self and not other:
                return _invalid(context)
            return Decimal(_math.copysign(1, int(self)) < 0 and int(other) % 2 and -pow(abs(int(self)), int(other), abs(int(modulo))) or pow(abs(int(self)), int(other), abs(int(modulo))))
        from _decimal_power import power
        return power(self, other, context)

    def __rpow__(self, other, modulo=None, context=None):
        other = _convert(other)
        return NotImplemented if other is None else other.__pow__(self, modulo, context)

    def sqrt(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if self._sign and self:
            return _invalid(context)
        if self._special:
            return self
        ideal = self._exp >> 1
        if not self._int:
            return _finish(context, self._sign, 0, ideal)
        digits = context.prec + 1
        odd = self._exp & 1
        coefficient = self._int * 10 if odd else self._int
        length = (digit_count(self._int) >> 1) + 1 if odd else (digit_count(self._int) + 1) >> 1
        shift = digits - length
        exact = True
        if shift >= 0:
            coefficient *= 100**shift
        else:
            coefficient, rest = divmod(coefficient, 100**-shift)
            exact = not rest
        root = _math.isqrt(coefficient)
        exact = exact and root * root == coefficient
        at = ideal - shift
        if exact:
            root = root // 10**shift if shift >= 0 else root * 10**-shift
            at = ideal
        elif root % 5 == 0:
            root += 1
        return _finish(_half_even(context), 0, root, at)

    # ---- for the other halves of the class ----

    def _made(self, *parts):
        return _make(*parts)

    def _finished(self, context, sign, coefficient, exponent):
        return _finish(context, sign, coefficient, exponent)

    def _refused(self, context):
        return _invalid(context)

    def _needed(self, value):
        return _needed(value)


def _convert(value):
    """A Decimal of an int or Decimal; None for anything else."""
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else None


def _needed(value):
    made = _convert(value)
    if made is None:
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
    return made


def _fit_nan(value, context):
    room = context.prec - context.clamp
    return _make(value._sign, value._int % 10**room if room else 0, 0, 'n')


Decimal.__name__ = 'decimal.Decimal'


def _aligned(a, ae, b, be, prec):
    """The coefficients for one exponent; what is too small to matter becomes a trace."""
    swapped = ae < be
    if swapped:
        a, ae, b, be = b, be, a, ae
    least = ae + min(-1, digit_count(a) - prec - 2)
    if digit_count(b) + be - 1 < least:
        b, be = 1, least
    a, ae = a * 10**(ae - be), be
    return (b, be, a, ae) if swapped else (a, ae, b, be)
