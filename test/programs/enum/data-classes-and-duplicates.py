import enum
from enum import Enum, auto, Flag, IntEnum
from dataclasses import dataclass, field
@dataclass
class Data:
    size: str
    legs: int
    tail: bool = field(repr=False, default=True)

class Creature(Data, Enum):
    BEETLE = ('small', 6)
    DOG = ('medium', 4)
print(Creature.DOG, repr(Creature.DOG), Creature.DOG.size, Creature.DOG.value, Creature.BEETLE == Creature.DOG)

@dataclass
class Color(Enum):
    RED = 1
    BLUE = 2
print(Color.RED is Color.BLUE, Color.RED == Color.BLUE)

class Text:
    def __repr__(self): return 'text ' + str.__str__(self)
class Mixed(Text, str, Enum):
    A = 'a'
print(repr(Mixed.A), Mixed.A.value)

def attempt(make):
    try:
        made = make()
        print(made, list(made), list(made.__members__))
    except TypeError as error:
        print('TypeError', error)

def twice():
    class Shape(Enum):
        SQUARE = 2
        SQUARE = 3
    return Shape
def twice_auto():
    class Shape(IntEnum):
        X = auto()
        SQUARE = auto()
        SQUARE = X
    return Shape
def member_as_method():
    class Shape(Enum):
        area = 2
        def area(self): return 1
    return Shape
def property_twice():
    class Shape(Enum):
        A = 1
        B = A
        @property
        def area(self): return 1
        @area.setter
        def area(self, value): print('set', value)
        x = property(lambda self: 3)
        x = property(lambda self: 4)
    Shape.A.area = 5
    print(Shape.A.x)
    return Shape
def in_loop():
    class Shape(Flag):
        for i in range(2):
            vars()[f'S{i}'] = auto()
        del i
    return Shape
def chosen():
    class Shape(Flag):
        _generate_next_value_ = lambda name, start, count, last: 2 ** (count + 3)
        A = auto()
        B = auto()
        B = 7
    return Shape
for make in twice, twice_auto, member_as_method, property_twice, in_loop, chosen:
    attempt(make)
