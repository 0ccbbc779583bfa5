import numbers
from fractions import Fraction
from numbers import Integral, Number, Real

for value in (3, True, 2.5, 1j, Fraction(1, 2), 'a', None, [1]):
    print(value, isinstance(value, Number), isinstance(value, numbers.Complex), isinstance(value, Real), isinstance(value, numbers.Rational), isinstance(value, Integral))
print(issubclass(int, Real), issubclass(float, Integral))


class Money(Real):
    pass


print(issubclass(Money, Number), isinstance(3.0, Money))

for kind in (numbers.Complex, Real, numbers.Rational, Integral):
    print(sorted(kind.__abstractmethods__), kind.__hash__)
    try:
        kind()
    except TypeError as e:
        print(e)
print(Fraction(3, 4).real, Fraction(3, 4).imag, Fraction(3, 4).conjugate(), complex(Fraction(3, 4)))
