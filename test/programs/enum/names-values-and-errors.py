from enum import *
import enum
from dataclasses import dataclass
class Base(Enum):
    @enum.property
    def first(self): return '%s is first!' % self.name
class M(Base):
    first = auto()
    second = auto()
    third = auto()
    dupe = third
print([m for m in M], M.first, M.first.first, M.second.first, M.dupe)
class Huh(Enum):
    name = 1
    value = 2
print(Huh.name, Huh.name.name, Huh.value.value, list(Huh))
class Number(IntEnum):
    divisor = 1
    numerator = 2
print(repr(Number.divisor.numerator), repr(Number.numerator.divisor), repr(Number.numerator))
class Book(StrEnum):
    author = 'author'
    title = 'title'
print(Book.author.title(), Book.title.title(), repr(Book.title.author), repr(Book.title))
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def strings():
    class C(Enum):
        red = 'red'
        blue = auto()
attempt(strings)
def mixed():
    class C(Enum):
        red = 'red'
        blue = 2
        green = auto()
attempt(mixed)
class T(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), auto(), auto()
print([t.value for t in T])
class HexInt(int):
    def __repr__(self): return hex(self)
class H(HexInt, Enum):
    A = 1
    B = 18
    def __str__(self): return 'H!' + self.name
print(repr(H.A), H.B, H.B + 1, isinstance(H.B, HexInt), f'{H.A}')
@dataclass
class Foo:
    a: int
    b: str = 'x'
class Entries(Foo, Enum):
    E1 = 1
    E2 = 2, 'y'
print(repr(Entries.E1), repr(Entries.E2), Entries.E2.b)
class IF(int, Flag):
    A = 1
    B = 2
print(repr(~IF.A), repr(IF.A | IF.B), type(IF.A | 1))
def order():
    class C(Enum):
        _order_ = 'red green'
        green = 2
        red = 1
attempt(order)
class Ok(Enum):
    _order_ = 'red green'
    red = 1
    green = 2
    rouge = 1
print(list(Ok))
class Cardinal(Enum):
    RIGHT = (1, 0)
    UP = (0, 1)
print(Cardinal(1, 0), Cardinal((0, 1)))
attempt(lambda: Enum('bad', 0))
attempt(lambda: Cardinal(1, 1))
attempt(lambda: Enum('x'))
def sunder():
    class C(Enum):
        _bad_ = 1
attempt(sunder)
def named_mro():
    class C(Enum):
        mro = 1
attempt(named_mro)
attempt(lambda: Ok('x'))
class Miss(Enum):
    a = 1
    @classmethod
    def _missing_(cls, value):
        if value == 'a': return cls.a
        if value == 'bad': return 5
        if value == 'err': raise ZeroDivisionError
print(Miss('a'))
for v in 'bad', 'err', 'zz':
    try: Miss(v)
    except Exception as e: print(type(e).__name__, e, repr(e.__context__))
Ok.red._add_alias_('rot'); print(Ok.rot, Ok['rot'])
Ok.red._add_value_alias_(7); print(Ok(7))
class WithNon(Enum):
    A = 1
    B = nonmember(float)
    @member
    class C: pass
    @nonmember
    class D: pass
print(list(WithNon), WithNon.B, WithNon.D.__name__)
class Color(Flag):
    R = auto()
    G = auto()
    W = R | G
print(Color.W, ~Color.R, list(Color.W), Color(0), Color.R in Color.W)
class Di(Enum):
    A = 1
    def wow(self): pass
    @property
    def dyn(self): return 5
print(dir(Di.A), dir(Di))
