# What registers with classes below counts, also where nothing else of the module is asked for.
from decimal import Decimal
from fractions import Fraction
from numbers import Number

for x in [1, 1.5, 1j, True, 'a', None, Decimal(1), Fraction(1, 2)]:
    print(type(x).__name__, isinstance(x, Number), issubclass(type(x), Number))
