"""Powers of decimal numbers."""
from _decimal_context import Context, Inexact, MAX_EMAX, MIN_EMIN, Rounded, digit_count
from _decimal_math import exp_digits, ln_scaled
from decimal import Decimal, _finish, _invalid, _make


def power(base, exponent, context):
    nan = base._nan_of(exponent, context)
    if nan is not None:
        return nan
    if not exponent:
        return Decimal(1) if base else _invalid(context)
    whole = not exponent._special and (exponent._exp >= 0 or exponent == exponent.to_integral_value())
    sign = 0
    if base._sign:
        if whole:
            sign = int(int(exponent) % 2)
        elif base:
            return _invalid(context)
        base = base.copy_abs()
    if not base:
        return _make(sign, 0, 0) if not exponent._sign else _make(sign, 0, 0, 'F')
    if base._special:
        return _make(sign, 0, 0) if exponent._sign else _make(sign, 0, 0, 'F')
    if base == 1:
        return _power_of_one(base, exponent, whole, sign, context)
    grows = base > 1
    if exponent._special:
        return _make(0, 0, 0, 'F') if grows != bool(exponent._sign) else Decimal(0)
    size = abs(base.adjusted() or (1 if grows else -1)) if base.adjusted() else 0
    if size and exponent.adjusted() + digit_count(size) > digit_count(context.Emax) + 3:
        return _finish(context, sign, 1, context.Emax * 2 if grows != bool(exponent._sign) else context.Etiny() * 2)
    if whole:
        return _whole_power(base, int(exponent), sign, context)
    return _real_power(base, exponent, sign, context)


def _power_of_one(base, exponent, whole, sign, context):
    if exponent._special or not whole:
        context.signal(Inexact)
        context.signal(Rounded)
        return _make(sign, 10**(context.prec - 1), 1 - context.prec)
    if exponent._sign:
        return _make(sign, 1, 0)
    count = int(exponent)
    at = max(base._exp * count, 1 - context.prec)
    return _finish(context, sign, 10**-at, at)


def _whole_power(base, count, sign, context):
    """Exact where that is short; else by squaring with spare digits."""
    if count > 0 and count * digit_count(base._int) <= 4 * context.prec + 40:
        return _finish(context, sign, base._int**count, base._exp * count)
    work = Context(context.prec + 4 + len(str(abs(count))), None, MIN_EMIN, MAX_EMAX, 1, 0, (), ())
    if count < 0:
        base = Decimal(1).__truediv__(base, work)
    made = Decimal(1)
    for bit in bin(abs(count))[2:]:
        made = made.__mul__(made, work)
        if bit == '1':
            made = made.__mul__(base, work)
    return _finish(context, sign, made._int, made._exp)


def _exact_root(base, exponent, context):
    """Where base ** exponent is a short number all the same, as 4 ** 0.5 and 4 ** -0.5 are; else None."""
    if exponent._exp < -60 or exponent.adjusted() > 6:
        return None
    value = exponent._fraction()
    m, n = value.numerator, value.denominator
    top, at = base._int, base._exp
    while top % 10 == 0:
        top //= 10
        at += 1
    if at % n or (top > 1 and n > top.bit_length()):
        return None
    root = 1 if top == 1 else round(top ** (1 / n)) if top < 2**52 else _int_root(top, n)
    if root**n != top or abs(m) * root.bit_length() > 10 * context.prec + 40:
        return None
    at = at // n * m
    return (root**m, at) if m > 0 else _reciprocal(root, -m, at)


def _reciprocal(root, count, at):
    """1 / root ** count, times 10 ** at: of a power of 2 or 5 only."""
    if root == 1:
        return 1, at
    for factor, other in (2, 5), (5, 2):
        power = 0
        rest = root
        while rest % factor == 0:
            rest //= factor
            power += 1
        if rest == 1:
            return other**(power * count), at - power * count
    return None


def _int_root(value, n):
    low, high = 0, 1 << value.bit_length() // n + 1
    while low < high:
        middle = (low + high + 1) // 2
        if middle**n <= value:
            low = middle
        else:
            high = middle - 1
    return low


def _real_power(base, exponent, sign, context):
    exact = _exact_root(base, exponent, context)
    if exact is not None:
        coefficient, at = exact
        missing = context.prec + 1 - digit_count(coefficient)
        if missing > 0:
            coefficient, at = coefficient * 10**missing, at - missing
        return _finish(context, sign, coefficient, at)
    top, bottom = (base._int * 10**base._exp, 1) if base._exp >= 0 else (base._int, 10**-base._exp)
    factor = -exponent._int if exponent._sign else exponent._int
    spare = 4 + max(0, exponent.adjusted()) + 8

    def digits_of(digits):
        return exp_digits(ln_scaled(top, bottom, digits + spare) * factor, exponent._exp - digits - spare, digits)
    return base._certain(context, digits_of, context)
