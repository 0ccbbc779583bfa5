"""The shape of decimal numbers: other exponents, signs, neighbours, the larger of two."""
from _decimal_context import Clamped, Inexact, Overflow, ROUND_CEILING, ROUND_FLOOR, Rounded, Subnormal, Underflow, digit_count, getcontext
from _decimal_parts import Parts, digits_of


class Shape(Parts):
    __slots__ = ()

    # ---- other exponents ----

    def quantize(self, exp, rounding=None, context=None):
        exp = self._needed(exp)
        context = context or getcontext()
        rounding = rounding or context.rounding
        nan = self._nan_of(exp, context)
        if nan is not None:
            return nan
        if self._special or exp._special:
            return self if self._special and exp._special else self._refused(context)
        if not context.Etiny() <= exp._exp <= context.Emax:
            return self._refused(context)
        if self and self.adjusted() - exp._exp + 1 > context.prec:
            return self._refused(context)
        made = self._at(exp._exp, rounding)
        if made and (made.adjusted() > context.Emax or digit_count(made._int) > context.prec):
            return self._refused(context)
        if made and made.adjusted() < context.Emin:
            context.signal(Subnormal)
        if made._exp > self._exp:
            if self._int % 10**min(made._exp - self._exp, digit_count(self._int) + 1):
                context.signal(Inexact)
            if self:
                context.signal(Rounded)
        return self._finished(context, made._sign, made._int, made._exp)

    def same_quantum(self, other, context=None):
        other = self._needed(other)
        if self._special or other._special:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def normalize(self, context=None):
        context = context or getcontext()
        made = self.__pos__(context)
        if made._special:
            return made
        if not made._int:
            return self._made(self._sign, 0, 0)
        coefficient, exponent = made._int, made._exp
        most = context.Emax - context.prec + 1 if context.clamp else context.Emax
        while coefficient % 10 == 0 and exponent < most:
            coefficient //= 10
            exponent += 1
        return self._made(made._sign, coefficient, exponent)

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if self._special or self._exp >= 0:
            return self
        made = self._at(0, rounding or context.rounding)
        if made != self:
            context.signal(Inexact)
        if self:
            context.signal(Rounded)
        return made

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        return self if self._special or self._exp >= 0 else self._at(0, rounding or context.rounding)

    to_integral = to_integral_value

    def scaleb(self, other, context=None):
        other, context = self._needed(other), context or getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        if other._special or other._exp != 0 or other._int > 2 * (context.Emax + context.prec):
            return self._refused(context)
        return self if self._special else self._finished(context, self._sign, self._int, self._exp + int(other))

    def _moved(self, other, context, fill):
        other, context = self._needed(other), context or getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        if other._special or other._exp != 0 or other._int > context.prec:
            return self._refused(context)
        if self._special:
            return self
        digits = digits_of(self._int).zfill(context.prec)[-context.prec:]
        return self._made(self._sign, int(fill(digits, int(other)) or '0'), self._exp)

    def shift(self, other, context=None):
        return self._moved(other, context, lambda digits, n: (digits + '0' * n)[-len(digits):] if n >= 0 else digits[:n])

    def rotate(self, other, context=None):
        return self._moved(other, context, lambda digits, n: digits[n:] + digits[:n])

    # ---- digits as truth values ----

    def _bits(self):
        """The digits as a binary number; None: they aren't all 0 and 1."""
        if self._special or self._sign or self._exp:
            return None
        digits = digits_of(self._int)
        return int(digits, 2) if digits.strip('01') == '' else None

    def _of_bits(self, bits, context):
        return self._made(0, int(f'{bits & (1 << context.prec) - 1:b}'), 0)

    def _logical(self, other, context, combine):
        other = self._needed(other)
        context = context or getcontext()
        a, b = self._bits(), other._bits()
        if a is None or b is None:
            return self._refused(context)
        return self._of_bits(combine(a, b), context)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        context = context or getcontext()
        bits = self._bits()
        return self._refused(context) if bits is None else self._of_bits(~bits, context)

    # ---- signs, neighbours, the larger one ----

    def copy_abs(self):
        return self._made(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return self._made(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return self._made(self._needed(other)._sign, self._int, self._exp, self._special)

    def _chosen(self, other, context, wants_max, by_size):
        other, context = self._needed(other), context or getcontext()
        if self.is_nan() or other.is_nan():
            if self.is_qnan() and not other.is_nan():
                return other.__pos__(context)
            if other.is_qnan() and not self.is_nan():
                return self.__pos__(context)
            return self._nan_of(other, context)
        order = self.copy_abs()._compare(other.copy_abs()) if by_size else self._compare(other)
        if order == 0:
            order = self._compare(other) or (-1 if self._total_key() < other._total_key() else 1)
        made = self if (order > 0) == wants_max else other
        return made if made._special else self._finished(context, made._sign, made._int, made._exp)

    def max(self, other, context=None):
        return self._chosen(other, context, True, False)

    def min(self, other, context=None):
        return self._chosen(other, context, False, False)

    def max_mag(self, other, context=None):
        return self._chosen(other, context, True, True)

    def min_mag(self, other, context=None):
        return self._chosen(other, context, False, True)

    def _neighbour(self, context, down):
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if self._special and bool(self._sign) == down:
            return self
        if self._special:
            return self._made(self._sign, 10**context.prec - 1, context.Etop())
        quiet = context.copy()
        quiet.clear_traps()
        quiet.rounding = ROUND_FLOOR if down else ROUND_CEILING
        made = self._finished(quiet, self._sign, self._int, self._exp)
        if made != self:
            return made
        return self.__add__(self._made(int(down), 1, context.Etiny() - 1), quiet)

    def next_minus(self, context=None):
        return self._neighbour(context or getcontext(), True)

    def next_plus(self, context=None):
        return self._neighbour(context or getcontext(), False)

    def next_toward(self, other, context=None):
        other, context = self._needed(other), context or getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        order = self._compare(other)
        if order == 0:
            return self.copy_sign(other)
        made = self._neighbour(context, order > 0)
        if made._special:
            for signal in (Overflow, Inexact, Rounded):
                context.signal(signal)
        elif made.adjusted() < context.Emin:
            for signal in (Underflow, Subnormal, Inexact, Rounded):
                context.signal(signal)
            if not made:
                context.signal(Clamped)
        return made
