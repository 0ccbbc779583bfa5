"""Operators, functions, comparisons, rounding, texts and errors of decimal numbers."""
from decimal import *
import math
from fractions import Fraction
getcontext().prec = 6
print(Decimal(1) / Decimal(7), getcontext())
getcontext().prec = 28
a = Decimal('1.10'); b = Decimal('2.25')
print(a + b, a - b, a * b, a / b, b // a, b % a, -a, +a, abs(-b), a ** 2, 2 ** b, divmod(b, a), a + 1, 1 - a, 3 / b)
print(repr(a), str(b), f'{a:.3f} {b:>10} {Decimal("1234567.891"):,.2f} {Decimal("0.000001234"):e}', hash(Decimal('2.5')) == hash(2.5))
print(Decimal(0.1), Decimal('1e-7'), Decimal('1E+5'), Decimal('-0'), Decimal('NaN'), Decimal('Infinity'), Decimal((1, (1, 2, 3), -2)), Decimal(' 1_000.5 '))
print(a < b, a == Decimal('1.1'), a == 1.1, Decimal('0.5') == 0.5, a > 1, a < Fraction(5, 4), sorted([b, a, Decimal(-3)]), max(a, b), sum([a, b, a]))
print(Decimal(2).sqrt(), Decimal(2).ln(), Decimal(2).exp(), Decimal(2).log10(), Decimal(100).log10(), Decimal('2') ** Decimal('0.5'), Decimal(9) ** Decimal('0.5'))
print(Decimal('7.325').quantize(Decimal('.01'), rounding=ROUND_DOWN), Decimal('7.325').quantize(Decimal('1.'), rounding=ROUND_UP), round(Decimal('2.675'), 2), round(Decimal('2.5')), int(Decimal('-3.9')), math.floor(Decimal('-3.5')), math.ceil(Decimal('3.2')), float(a), Decimal('3.14').as_tuple(), Decimal('3.14').as_integer_ratio(), Decimal('120').normalize(), Decimal('1.200').normalize())
for f in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal('abc'), lambda: Decimal('1e999999') * 10, lambda: Decimal(-1).sqrt(), lambda: Decimal('NaN') < 1, lambda: Decimal('123456789012345678901234567890').quantize(Decimal('0.01')), lambda: Decimal([1]), lambda: Decimal('inf') - Decimal('inf'), lambda: int(Decimal('nan')), lambda: Decimal(object())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

for a, b in (('4', '-0.5'), ('65536', '-0.6'), ('152587890625', '-0.0625'), ('0.25', '-0.5'), ('16', '-0.75'), ('1.44', '-0.5'), ('1e-40', '-0.025'), (str(2**128), '0.0078125')):
    print(a, b, Decimal(a) ** Decimal(b))
for name, args in ('add', ('1', 1)), ('add', (1, '1')), ('abs', ('1',)), ('fma', (1, 2, 3)), ('compare_total', (1, Decimal(2))):
    try:
        print(name, getattr(getcontext(), name)(*args))
    except TypeError as error:
        print(name, error)
