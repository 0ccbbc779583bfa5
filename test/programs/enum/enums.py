import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def shout(self):
        return self.name + '!'

    @property
    def half(self):
        return self.value / 2

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color.RED, repr(Color.RED), Color(2), Color['BLUE'], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.shout(), Color.BLUE.half)
print(Color.RED.name, Color.RED.value, Color.RED == 1, Color.RED in Color, 3 in Color, Color.default(), isinstance(Color.RED, Color), Color, Color.__members__)
print({Color.RED: 'r'}[Color(1)], hash(Color.RED) == hash(Color.RED), Color.RED != Color.BLUE, f'{Color.RED}', '%s' % Color.GREEN)


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Name(StrEnum):
    FIRST = auto()
    SECOND = 'two'


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    A = 1
    B = 2


print(Planet.EARTH.mass, Planet.MARS, Level.LOW < Level.HIGH, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]), Level.LOW, repr(Level.LOW), f'{Level.LOW:03}')
print(Name.FIRST, repr(Name.SECOND), Name.FIRST == 'first', Name.FIRST.upper(), Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm.R in Perm.RW, bool(Perm.R & Perm.X), list(Perm.RW))
print(repr(Perm(0)), repr(Perm.R | Perm.W), Bits.A | Bits.B, repr(Bits.A | 4), repr(Bits(3)), Bits.A | 8)
for action in (lambda: Color(9), lambda: Color['NO'], lambda: Color.PURPLE, lambda: setattr(Color, 'RED', 2), lambda: Perm(64)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.DOG.value)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
match Color(3):
    case Color.BLUE:
        print('blue')
