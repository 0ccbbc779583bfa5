"""The arithmetic's surroundings: signals, contexts, and the rounding of a result into a context's limits."""

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1
_roundings = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)


class DecimalException(ArithmeticError):
    __module__ = 'decimal'


class Clamped(DecimalException):
    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'


class Inexact(DecimalException):
    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    __module__ = 'decimal'


class Rounded(DecimalException):
    __module__ = 'decimal'


class Subnormal(DecimalException):
    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'


_signals = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)
# The order in which Context shows them.
_shown = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)


def _signal_dict(given):
    if isinstance(given, dict):
        return {signal: bool(given.get(signal, False)) for signal in _signals}
    return {signal: signal in given for signal in _signals}


def digit_count(coefficient):
    return len(str(coefficient)) if coefficient < 10**4000 else _many_digits(coefficient)


def _many_digits(coefficient):
    count = int((coefficient.bit_length() - 1) * 0.30102999566398) + 1
    while 10**count <= coefficient:
        count += 1
    while count > 1 and 10**(count - 1) > coefficient:
        count -= 1
    return count


def rounds_up(rounding, sign, quotient, rest, whole):
    """Is a quotient with a rest of rest/whole to be moved away from zero?"""
    if rest == 0:
        return False
    if rounding == ROUND_HALF_EVEN:
        return rest * 2 > whole or rest * 2 == whole and quotient % 2 == 1
    if rounding == ROUND_HALF_UP:
        return rest * 2 >= whole
    if rounding == ROUND_HALF_DOWN:
        return rest * 2 > whole
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    return quotient % 10 in (0, 5)


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = _signal_dict(() if flags is None else flags)
        self.traps = _signal_dict((DivisionByZero, Overflow, InvalidOperation) if traps is None else traps)

    def __setattr__(self, name, value):
        limits = {'prec': (1, MAX_PREC), 'Emin': (MIN_EMIN, 0), 'Emax': (0, MAX_EMAX), 'capitals': (0, 1), 'clamp': (0, 1)}.get(name)
        if limits is not None:
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            if not limits[0] <= value <= limits[1]:
                low, high = ('MIN_EMIN' if name == 'Emin' else limits[0]), ('MAX_PREC' if name == 'prec' else 'MAX_EMAX' if name == 'Emax' else limits[1])
                raise ValueError(f'valid values for {name} are 0 or 1' if limits == (0, 1) else f'valid range for {name} is [{low}, {high}]')
        elif name == 'rounding':
            if value not in _roundings:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name not in ('flags', 'traps'):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ', '.join([s.__name__ for s in _shown if self.flags[s]])
        traps = ', '.join([s.__name__ for s in _shown if self.traps[s]])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, '
                f'clamp={self.clamp}, flags=[{flags}], traps=[{traps}])')

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def radix(self):
        return _decimal(10)

    def signal(self, condition, kind=None):
        """Takes down what has happened; raises where that is trapped. An invalid operation may be of a kind."""
        self.flags[condition] = True
        if self.traps[condition]:
            raise condition([condition if kind is None else kind])

    def wider(self, digits):
        """For a step on the way: more digits, no limits, no signals."""
        return Context(self.prec + digits, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, self.capitals, 0, (), ())

    def fit(self, sign, coefficient, exponent):
        """The parts of a finite number within the limits: (sign, coefficient, exponent), or a text for what has become infinite."""
        tiny, top = self.Emin - self.prec + 1, self.Emax - self.prec + 1
        if coefficient == 0:
            moved = min(max(exponent, tiny), top if self.clamp else self.Emax)
            if moved != exponent:
                self.signal(Clamped)
            return sign, 0, moved
        least = digit_count(coefficient) + exponent - self.prec
        if least > top:
            return self._overflow(sign)
        subnormal = least < tiny
        if subnormal:
            least = tiny
            self.signal(Subnormal)
        if exponent >= least:
            if self.clamp and exponent > top:
                self.signal(Clamped)
                return sign, coefficient * 10**(exponent - top), top
            return sign, coefficient, exponent
        drop = least - exponent
        if drop > digit_count(coefficient) + 1:
            quotient, rest, whole = 0, 1, 10
        else:
            whole = 10**drop
            quotient, rest = divmod(coefficient, whole)
        if rounds_up(self.rounding, sign, quotient, rest, whole):
            quotient += 1
            if quotient >= 10**self.prec:
                quotient //= 10
                least += 1
        if least > top:
            return self._overflow(sign)
        if rest and subnormal:
            self.signal(Underflow)
        if rest:
            self.signal(Inexact)
        self.signal(Rounded)
        if quotient == 0:
            self.signal(Clamped)
        return sign, quotient, least

    def _overflow(self, sign):
        self.signal(Overflow)
        self.signal(Inexact)
        self.signal(Rounded)
        if self.rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or self.rounding == (ROUND_FLOOR if sign else ROUND_CEILING):
            return '-Infinity' if sign else 'Infinity'
        return sign, 10**self.prec - 1, self.Emax - self.prec + 1

    # The operations as methods of the context.

    def create_decimal(self, num='0', /):
        return _decimal(num, self).__pos__(self)

    def create_decimal_from_float(self, f, /):
        return _class().from_float(f).__pos__(self)

    def abs(self, a, /):
        return _operand(a).__abs__(self)

    def add(self, a, b, /):
        return _operand(a).__add__(_operand(b), self)

    def subtract(self, a, b, /):
        return _operand(a).__sub__(_operand(b), self)

    def multiply(self, a, b, /):
        return _operand(a).__mul__(_operand(b), self)

    def divide(self, a, b, /):
        return _operand(a).__truediv__(_operand(b), self)

    def divide_int(self, a, b, /):
        return _operand(a).__floordiv__(_operand(b), self)

    def divmod(self, a, b, /):
        return _operand(a).__divmod__(_operand(b), self)

    def remainder(self, a, b, /):
        return _operand(a).__mod__(_operand(b), self)

    def power(self, a, b, modulo=None):
        return _operand(a).__pow__(_operand(b), modulo, self)

    def plus(self, a, /):
        return _operand(a).__pos__(self)

    def minus(self, a, /):
        return _operand(a).__neg__(self)

    def sqrt(self, a, /):
        return _operand(a).sqrt(self)

    def exp(self, a, /):
        return _operand(a).exp(self)

    def ln(self, a, /):
        return _operand(a).ln(self)

    def log10(self, a, /):
        return _operand(a).log10(self)

    def fma(self, a, b, c, /):
        return _operand(a).fma(_operand(b), _operand(c), self)

    def quantize(self, a, b, /):
        return _operand(a).quantize(_operand(b), context=self)

    def normalize(self, a, /):
        return _operand(a).normalize(self)

    def compare(self, a, b, /):
        return _operand(a).compare(_operand(b), self)

    def max(self, a, b, /):
        return _operand(a).max(_operand(b), self)

    def min(self, a, b, /):
        return _operand(a).min(_operand(b), self)

    def to_integral_value(self, a, /):
        return _operand(a).to_integral_value(context=self)

    to_integral = to_integral_value

    def to_integral_exact(self, a, /):
        return _operand(a).to_integral_exact(context=self)

    def to_sci_string(self, a, /):
        return _operand(a).__str__(False, self)

    def to_eng_string(self, a, /):
        return _operand(a).to_eng_string(self)

    def next_plus(self, a, /):
        return _operand(a).next_plus(self)

    def next_minus(self, a, /):
        return _operand(a).next_minus(self)

    def scaleb(self, a, b, /):
        return _operand(a).scaleb(_operand(b), self)

    def logb(self, a, /):
        return _operand(a).logb(self)

    def number_class(self, a, /):
        return _operand(a).number_class(self)

    def compare_signal(self, a, b, /):
        return _operand(a).compare_signal(_operand(b), self)

    def compare_total(self, a, b, /):
        return _operand(a).compare_total(_operand(b), self)

    def compare_total_mag(self, a, b, /):
        return _operand(a).compare_total_mag(_operand(b), self)

    def logical_and(self, a, b, /):
        return _operand(a).logical_and(_operand(b), self)

    def logical_or(self, a, b, /):
        return _operand(a).logical_or(_operand(b), self)

    def logical_xor(self, a, b, /):
        return _operand(a).logical_xor(_operand(b), self)

    def max_mag(self, a, b, /):
        return _operand(a).max_mag(_operand(b), self)

    def min_mag(self, a, b, /):
        return _operand(a).min_mag(_operand(b), self)

    def next_toward(self, a, b, /):
        return _operand(a).next_toward(_operand(b), self)

    def remainder_near(self, a, b, /):
        return _operand(a).remainder_near(_operand(b), self)

    def rotate(self, a, b, /):
        return _operand(a).rotate(_operand(b), self)

    def shift(self, a, b, /):
        return _operand(a).shift(_operand(b), self)

    def same_quantum(self, a, b, /):
        return _operand(a).same_quantum(_operand(b), self)

    def logical_invert(self, a, /):
        return _operand(a).logical_invert(self)

    def is_normal(self, a, /):
        return _operand(a).is_normal(self)

    def is_subnormal(self, a, /):
        return _operand(a).is_subnormal(self)

    def copy_sign(self, a, b, /):
        return _operand(a).copy_sign(_operand(b))

    def copy_abs(self, a, /):
        return _operand(a).copy_abs()

    def copy_negate(self, a, /):
        return _operand(a).copy_negate()

    def is_finite(self, a, /):
        return _operand(a).is_finite()

    def is_infinite(self, a, /):
        return _operand(a).is_infinite()

    def is_nan(self, a, /):
        return _operand(a).is_nan()

    def is_qnan(self, a, /):
        return _operand(a).is_qnan()

    def is_snan(self, a, /):
        return _operand(a).is_snan()

    def is_signed(self, a, /):
        return _operand(a).is_signed()

    def is_zero(self, a, /):
        return _operand(a).is_zero()

    def copy_decimal(self, a, /):
        return _operand(a)

    def canonical(self, a, /):
        if not isinstance(a, _class()):
            raise TypeError('argument must be a Decimal')
        return a

    def is_canonical(self, a, /):
        if not isinstance(a, _class()):
            raise TypeError('argument must be a Decimal')
        return True


def _class():
    from decimal import Decimal
    return Decimal


def _decimal(value, context=None):
    return _class()(value, context)


def _operand(value):
    if not isinstance(value, (int, _class())):
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
    return _decimal(value)


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_current = [None]


def getcontext():
    if _current[0] is None:
        _current[0] = DefaultContext.copy()
    return _current[0]


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current[0] = context


class _Local:
    def __init__(self, context):
        self.new_context = context.copy()

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, t, v, tb):
        setcontext(self.saved_context)


def localcontext(ctx=None, **kwargs):
    local = _Local(getcontext() if ctx is None else ctx)
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"localcontext() got an unexpected keyword argument '{name}'")
        setattr(local.new_context, name, _signal_dict(value) if name in ('flags', 'traps') else value)
    return local
