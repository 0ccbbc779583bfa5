import typing
from fractions import Fraction as F
for spec in ['Q6f', 'X>010f', '0=010e', '>00.2f', '006f', '.010f', '.02f', '.000f', '.e', '.%', 'Z.2f', 'z', '05', '0', '00f', '>0', '0.0f', '.0f', '10', '05f', '07.2f']:
    try:
        print(spec, format(F(2, 3), spec))
    except ValueError as e:
        print(spec, e)
print(isinstance(F(1), typing.SupportsInt), isinstance('a', typing.SupportsInt), isinstance(1.5, typing.SupportsRound), isinstance(3, typing.SupportsIndex), isinstance([], typing.SupportsAbs))
