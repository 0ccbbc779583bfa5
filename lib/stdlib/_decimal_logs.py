"""exp, ln and log10 of decimal numbers."""
from _decimal_context import DivisionByZero, ROUND_HALF_EVEN, digit_count, getcontext
from _decimal_math import exp_digits, ln_scaled
from _decimal_shape import Shape
from numbers import Number as _Number


def half_even(context):
    """The same context with the rounding that roots, exp and logarithms have."""
    if context.rounding == ROUND_HALF_EVEN:
        return context
    other = context.copy()
    other.rounding = ROUND_HALF_EVEN
    other.flags = context.flags
    return other


@_Number.register
class Logs(Shape):
    __slots__ = ()

    def exp(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if self._special:
            return self._needed(0) if self._sign else self
        if not self._int:
            return self._needed(1)
        size = self.adjusted()
        if size > digit_count(max(context.Emax, -context.Emin)) + 2:
            return self._finished(half_even(context), 0, 1, context.Etiny() * 2 - 10 if self._sign else context.Emax + 10)
        if size < -context.prec - 2:
            digits = context.prec + 2
            return self._finished(half_even(context), 0, 10**digits + (-1 if self._sign else 1), -digits)
        return self._certain(context, lambda digits: exp_digits(-self._int if self._sign else self._int, self._exp, digits))

    def ln(self, context=None):
        context = context or getcontext()
        special = self._log_special(context)
        if special is not None:
            return special
        if self == 1:
            return self._needed(0)
        top, bottom = (self._int * 10**self._exp, 1) if self._exp >= 0 else (self._int, 10**-self._exp)
        return self._certain(context, lambda digits: (ln_scaled(top, bottom, digits), -digits))

    def log10(self, context=None):
        context = context or getcontext()
        special = self._log_special(context)
        if special is not None:
            return special
        if self._int == 10**(digit_count(self._int) - 1):
            value = self._exp + digit_count(self._int) - 1
            return self._finished(half_even(context), int(value < 0), abs(value), 0)
        top, bottom = (self._int * 10**self._exp, 1) if self._exp >= 0 else (self._int, 10**-self._exp)
        return self._certain(context, lambda digits: (ln_scaled(top, bottom, digits + 3) * 10**digits // ln_scaled(10, 1, digits + 3), -digits))

    def _log_special(self, context):
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if not self:
            return self._made(1, 0, 0, 'F')
        if self._sign:
            return self._refused(context)
        return self if self._special else None

    def logb(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if self._special:
            return self.copy_abs()
        if not self._int:
            context.signal(DivisionByZero)
            return self._made(1, 0, 0, 'F')
        return self._needed(self.adjusted()).__pos__(context)

    def _certain(self, context, digits_of, rounding=None):
        """Rounds a number that has no end: with more digits until the last ones can't tip the balance."""
        digits = context.prec + 3
        while True:
            coefficient, exponent = digits_of(digits)
            sign, coefficient = int(coefficient < 0), abs(coefficient)
            spare = digit_count(coefficient) - context.prec if coefficient else 0
            if spare >= 2:
                tail = coefficient % 10**spare
                near = min(abs(tail - 5 * 10**(spare - 1)), tail, 10**spare - tail)
                if near > 20:
                    return self._finished(rounding or half_even(context), sign, coefficient, exponent)
            digits += 5 + max(0, -spare)
