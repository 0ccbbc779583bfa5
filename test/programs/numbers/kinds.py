import numbers
from fractions import Fraction
from numbers import Integral, Number, Real

for value in (3, True, 2.5, 1j, Fraction(1, 2), 'a', None, [1]):
    print(value, isinstance(value, Number), isinstance(value, numbers.Complex), isinstance(value, Real), isinstance(value, numbers.Rational), isinstance(value, Integral))
print(issubclass(int, Real), issubclass(float, Integral))


class Money(Real):
    pass


print(issubclass(Money, Number), isinstance(3.0, Money))
