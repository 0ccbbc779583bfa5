from datetime import timedelta
from enum import *
from collections import namedtuple
class Period(timedelta, Enum):
    _ignore_ = 'Period i'
    Period = vars()
    for i in range(4):
        Period['day_%d' % i] = i
print(list(Period), hasattr(Period, 'i'), hasattr(Period, 'Period'))
class Foo:
    def __init__(self, a): self.a = a
    def __repr__(self): return f'Foo(a={self.a!r})'
class Entries(Foo, Enum):
    E1 = 1
print(repr(Entries.E1), Entries.E1.a)
T = namedtuple('T', 'index desc')
class SomeEnum(Enum):
    first = auto(), 'for the money'
    second = T(auto(), 'for the show')
    third = auto()
print([m.value for m in SomeEnum])
def attempt(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def late():
    class C(Enum):
        red = auto()
        def _generate_next_value_(name, start, count, last): return name
attempt(late)
def twice():
    class C(Enum):
        red = 1
        red = 2
attempt(twice)
def flags():
    class C(Flag):
        red = 'not an int'
        blue = auto()
attempt(flags)
class N(Enum):
    def _generate_next_value_(name, start, count, last): return name.upper()
    a = auto()
    b = auto()
print(list(N))
