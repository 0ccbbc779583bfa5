"""What the compiler writes for a data class, as the decorator would."""
from dataclasses import dataclass, field, KW_ONLY, InitVar, FrozenInstanceError
import dataclasses
from typing import ClassVar, Optional, List, Any
from enum import Enum


class Color(Enum):
    R = 1


def t(n, *fs):
    for i, f in enumerate(fs):
        try:
            r = f()
        except Exception as e:
            r = (type(e).__name__, str(e))
        print(n, i, repr(r))


DEF = 7
@dataclass
class A:
    """doc"""
    x: int
    y: float = 1.5
    name_: str = 'n'
    l: List[int] = field(default_factory=list)
    d: dict = field(default_factory=lambda: {'a': DEF}, repr=False)
    c: Color = Color.R
    k: ClassVar[int] = 5
    o: Optional['A'] = None
    t: tuple = (1, -2)
    def area(self): return self.x * self.y
    @property
    def dbl(self): return self.x * 2
    @classmethod
    def make(cls, v): return cls(v)
    @staticmethod
    def st(): return 's'
a = A(1)
t('A', lambda: A(1), lambda: A(1, 2.0, 'q', [3], {}, Color.R, a, ()), lambda: A(1) == A(1), lambda: A(1) == A(2), lambda: A(1) != A(2), lambda: A(1) == 5, lambda: A(), lambda: A(1,2,3,4,5,6,7,8,9), lambda: A(1, x=2), lambda: A(1, foo=2), lambda: A(y=1), lambda: hash(a), lambda: a.area(), lambda: a.dbl, lambda: A.make(4).x, lambda: A.st(), lambda: A.y, lambda: A.k, lambda: A.l, lambda: A(1).l is A(1).l, lambda: A(1).d, lambda: a.__eq__(5), lambda: a < a, lambda: A.__doc__, lambda: A.__match_args__, lambda: A.__init__.__qualname__, lambda: A.__repr__.__name__)
a.o = a
print(a)
a.l.append(a); print(repr(a)); a.zz = 4; print(a.zz)
match A(3):
    case A(x, y=yy): print(x, yy)
@dataclass(order=True)
class O:
    a: int
    b: str = field(default='z', compare=False)
t('O', lambda: O(1) < O(2), lambda: O(1,'a') == O(1,'b'), lambda: O(1) <= O(1), lambda: O(1) > 5, lambda: sorted([O(3), O(1), O(2)]), lambda: max(O(1), O(5)), lambda: O(1) >= O(0))
@dataclass(frozen=True)
class F:
    a: int
    b: list = field(default_factory=list, hash=False)
    def up(self): return F(self.a + 1)
f = F(1)
t('F', lambda: f, lambda: hash(F(1)) == hash(F(1)), lambda: {F(1): 2}[F(1)], lambda: setattr(f, 'a', 3), lambda: delattr(f, 'a'), lambda: setattr(f, 'new', 3), lambda: f.up(), lambda: f.a, lambda: f == F(1))
try: f.a = 9
except FrozenInstanceError as e: print(type(e), type(e).__module__, e, isinstance(e, AttributeError))
try: f.a = 9
except dataclasses.FrozenInstanceError as e: print(e)
