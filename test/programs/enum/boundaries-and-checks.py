import enum
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, IntEnum, IntFlag, verify


class Keep(Flag, boundary=KEEP):
    A = 1


class Strict(Flag, boundary=STRICT):
    A = 1
    D = 8


class Conform(Flag, boundary=CONFORM):
    A = 1


class Eject(Flag, boundary=EJECT):
    A = 1


class Bits(IntFlag):
    A = 1
    B = 2
    AB = 3


def shown(make):
    try:
        print(repr(make()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for kind in (Keep, Strict, Conform, Eject):
    for value in (5, 9, -1, -2, 0, 16):
        shown(lambda: kind(value))
for value in (5, 9, -1, -4, 0, ~Bits.A, Bits.A | 8, Bits.AB ^ 1):
    shown(lambda: Bits(value))
shown(lambda: verify(UNIQUE)(Enum('U', {'A': 1, 'B': 1})))
shown(lambda: verify(CONTINUOUS)(IntEnum('U', {'A': 1, 'B': 4})))
shown(lambda: verify(CONTINUOUS)(Flag('U', {'A': 1, 'B': 8})))
shown(lambda: verify(NAMED_FLAGS)(Flag('U', {'A': 1, 'B': 14})))
shown(lambda: verify(UNIQUE, CONTINUOUS)(IntEnum('Fine', 'a b c')))
print(STRICT, repr(KEEP), list(enum.FlagBoundary), enum.show_flag_values(13), enum.bin(5), enum.bin(-5, 6), enum.bin(0))
