# Flags that are not defined from the lowest bit on are shown as defined.
from enum import Flag, IntFlag


class Access(Flag):
    READ = 4
    WRITE = 2
    RUN = 1
    ALL = 7


class Bits(IntFlag):
    LOW = 1
    HIGH = 8


print(Access.READ | Access.WRITE, Access(5), ~Access.READ, list(Access.ALL), list(Access(3)), list(Access))
print(Bits.HIGH | Bits.LOW, list(Bits(9)), repr(Bits(9)))
