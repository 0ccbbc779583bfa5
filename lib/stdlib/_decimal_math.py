"""exp and ln in whole numbers: digits with an error of a few units; the caller asks for more of them while rounding isn't certain."""
import math


def exp_digits(coefficient, exponent, digits):
    """e**(coefficient * 10**exponent) as (number of digits + 1 digits, its exponent)."""
    work = digits + 8 + max(0, exponent + len(str(abs(coefficient))))
    x = coefficient * 10**(exponent + work) if exponent + work >= 0 else coefficient // 10**-(exponent + work)
    tens, rest = divmod(x, ln_scaled(10, 1, work))
    halvings = math.isqrt(digits) + 4
    bits = work * 10 // 3 + 20 + halvings
    x = ((rest << bits) // 10**work) >> halvings
    total = term = 1 << bits
    n = 1
    while term:
        term = (term * x >> bits) // n
        total += term
        n += 1
    for _ in range(halvings):
        total = total * total >> bits
    return total * 10**digits >> bits, tens - digits


def ln_scaled(numerator, denominator, digits):
    """ln(numerator / denominator) * 10**digits."""
    shift = numerator.bit_length() - denominator.bit_length()
    roots = math.isqrt(digits) // 2 + 2
    bits = digits * 10 // 3 + 50 + roots * 2 + shift.bit_length()
    value = (numerator << (bits - shift)) // denominator if bits >= shift else numerator // (denominator << (shift - bits))
    for _ in range(roots):  # towards 1, where the series is short
        value = math.isqrt(value << bits)
    total = _atanh(value - (1 << bits), value + (1 << bits), bits) << (roots + 1)
    if shift:
        total += shift * _ln2(bits)
    return total * 10**digits >> bits


def _atanh(top, bottom, bits):
    x = (top << bits) // bottom
    square = x * x >> bits
    total, term, n = x, x, 1
    while term and term != -1:
        term = term * square >> bits
        n += 2
        total += term // n
    return total


def _ln2(bits):
    """Machin's way: 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749)."""
    return 18 * _atanh(1, 26, bits) - 2 * _atanh(1, 4801, bits) + 8 * _atanh(1, 8749, bits)
