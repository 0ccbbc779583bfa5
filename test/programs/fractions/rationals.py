from fractions import Fraction
import math

a, b = Fraction(3, 4), Fraction('1/6')
print(a, repr(b), a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, 2 ** Fraction(3), -a, abs(Fraction(-1, 2)), a + 1, 1 - a, 2 * a, 1 / a, divmod(a, b))
print(Fraction(0.5), Fraction('0.125'), Fraction('-1.5e-2'), Fraction(6, -4), Fraction(a), Fraction(), a + 0.5, a < b, a > 0.5, a == 0.75, Fraction(2) == 2, hash(Fraction(2)) == hash(2), hash(Fraction(1, 2)) == hash(0.5))
print(int(Fraction(-7, 2)), float(a), round(Fraction(5, 2)), round(Fraction(22, 7), 2), math.floor(Fraction(-7, 2)), math.ceil(a), bool(Fraction(0)), a.numerator, a.denominator)
print(Fraction(math.pi).limit_denominator(1000), Fraction(3.3).limit_denominator(10), sum([Fraction(1, n) for n in range(1, 6)]), sorted([a, b, Fraction(1, 2)]), max(a, 1), Fraction(1, 3).as_integer_ratio(), a ** 0.5)
for action in (lambda: Fraction(1, 0), lambda: Fraction('x'), lambda: Fraction(1.5, 2), lambda: a / 0, lambda: Fraction([]), lambda: a + 'x', lambda: a < 'x', lambda: Fraction('1/ 2')):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
