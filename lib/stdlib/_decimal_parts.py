"""What a decimal number is made of, and how it reads: everything that makes no other number."""
from _decimal_context import MAX_EMAX, MIN_ETINY, digit_count, getcontext
from _decimal_format import format_decimal as _format_decimal
from collections import namedtuple as _namedtuple
from fractions import Fraction as _Fraction

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


def parse(text):
    """(sign, coefficient, exponent, special); None: no number."""
    text = text.strip().replace('_', '').lower()
    sign = 0
    if text[:1] in ('-', '+'):
        sign = int(text[0] == '-')
        text = text[1:]
    if text in ('inf', 'infinity'):
        return sign, 0, 0, 'F'
    for start, special in (('nan', 'n'), ('snan', 'N')):
        if text.startswith(start):
            digits = text[len(start):]
            return (sign, int(digits or '0'), 0, special) if not digits or digits.isdecimal() else None
    mantissa, e, exponent = text.partition('e')
    if e:
        unsigned = exponent[1:] if exponent[:1] in ('-', '+') else exponent
        if not unsigned.isdecimal():
            return None
    whole, point, fraction = mantissa.partition('.')
    digits = whole + fraction
    if not digits.isdecimal():
        return None
    return sign, _to_int(digits), (int(exponent) if e else 0) - len(fraction), ''


def is_out_of_range(sign, coefficient, exponent, special):
    return not special and abs(exponent) > 100000000000000000 and not (MIN_ETINY <= exponent and exponent + digit_count(coefficient) - 1 <= MAX_EMAX)


def _to_int(digits):
    """Without the limit on the length of texts for int."""
    if len(digits) <= 4000:
        return int(digits)
    half = len(digits) // 2
    return _to_int(digits[:half]) * 10**(len(digits) - half) + _to_int(digits[half:])


def digits_of(coefficient):
    if coefficient < 10**4000:
        return str(coefficient)
    half = digit_count(coefficient) // 2
    high, low = divmod(coefficient, 10**half)
    return digits_of(high) + digits_of(low).zfill(half)


class Parts:
    __slots__ = ('_sign', '_int', '_exp', '_special')

    def is_nan(self):
        return self._special in ('n', 'N')

    def is_qnan(self):
        return self._special == 'n'

    def is_snan(self):
        return self._special == 'N'

    def is_infinite(self):
        return self._special == 'F'

    def is_finite(self):
        return not self._special

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._special and self._int == 0

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return not self._special and self._int != 0 and (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        return not self._special and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        if self._special == 'N':
            return 'sNaN'
        if self._special == 'n':
            return 'NaN'
        kind = 'Infinity' if self._special else 'Zero' if self._int == 0 else 'Subnormal' if self.is_subnormal(context) else 'Normal'
        return '+-'[self._sign] + kind

    def adjusted(self):
        return 0 if self._special else self._exp + digit_count(self._int) - 1

    def canonical(self):
        return self

    def conjugate(self):
        return self

    @property
    def real(self):
        return self

    def as_tuple(self):
        if self._special == 'F':
            return DecimalTuple(self._sign, (0,), 'F')
        digits = tuple(map(int, digits_of(self._int)))
        return DecimalTuple(self._sign, () if self._special and self._int == 0 else digits, self._special or self._exp)

    def as_integer_ratio(self):
        if self._special == 'F':
            raise OverflowError('cannot convert Infinity to integer ratio')
        if self._special:
            raise ValueError('cannot convert NaN to integer ratio')
        value = self._fraction()
        return value.numerator, value.denominator

    def _fraction(self):
        signed = -self._int if self._sign else self._int
        return _Fraction(signed * 10**self._exp) if self._exp >= 0 else _Fraction(signed, 10**-self._exp)

    # ---- texts ----

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self, eng=False, context=None):
        sign = '-' if self._sign else ''
        if self._special:
            return sign + ('Infinity' if self._special == 'F' else ('NaN' if self._special == 'n' else 'sNaN') + (digits_of(self._int) if self._int else ''))
        digits = digits_of(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = '0.' + '0' * -point + digits
        elif point >= len(digits):
            text = digits + '0' * (point - len(digits))
        else:
            text = digits[:point] + '.' + digits[point:]
        if left == point:
            return sign + text
        letter = 'E' if (context or getcontext()).capitals else 'e'
        return f'{sign}{text}{letter}{left - point:+d}'

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __format__(self, specifier, context=None):
        return _format_decimal(self, specifier, context or getcontext())

    def __bool__(self):
        return bool(self._special) or self._int != 0

    def __int__(self):
        if self._special == 'F':
            raise OverflowError('cannot convert Infinity to integer')
        if self._special:
            raise ValueError('cannot convert NaN to integer')
        size = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp if self._exp > -digit_count(self._int) else 0
        return -size if self._sign else size

    __trunc__ = __int__

    def __float__(self):
        if self._special == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        return float(str(self) if not self.is_nan() else '-nan' if self._sign else 'nan')

    def __complex__(self):
        return complex(float(self))
