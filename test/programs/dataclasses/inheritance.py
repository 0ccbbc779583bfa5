"""Data classes that inherit, and those that their decorator refuses."""
from dataclasses import dataclass, field
from typing import Any


def t(n, *fs):
    for i, f in enumerate(fs):
        try:
            r = f()
        except Exception as e:
            r = (type(e).__name__, str(e))
        print(n, i, repr(r))


@dataclass
class Base:
    x: int = 15.0
    y: int = 0
    def hello(self): return 'hello ' + str(self.y)
@dataclass
class C(Base):
    z: int = 10
    x: int = 15
    def __post_init__(self): self.w = self.x + 1
class Plain(C):
    def more(self): return self.z
@dataclass
class Deep(Plain):
    q: str = 'q'
t('C', lambda: C(), lambda: C(1,2,3).w, lambda: Plain(5).more(), lambda: Deep(1,2,3,'r'), lambda: Deep().w, lambda: Deep() == Deep(), lambda: Plain(), lambda: C() == Plain(), lambda: Deep().hello())
def bad1():
    @dataclass
    class X:
        a: int = 1
        b: int
def bad2():
    @dataclass
    class X:
        a: list = []
def bad3():
    z = []
    @dataclass
    class X:
        a: list = z
def bad4():
    @dataclass(frozen=True)
    class X(Base): a: int = 0
def bad5():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self, o): pass
def bad6():
    @dataclass
    class X:
        a: int = field(default=1, default_factory=int)
t('bad', bad1, bad2, bad3, bad4, bad5, bad6)
def local():
    @dataclass
    class L:
        v: int
        nxt: 'L' = None
    return L(1, L(2)), L.__qualname__
t('local', local)
@dataclass
class Node:
    val: Any
    left: 'Node | None' = None
    right: 'Node | None' = None
def build(n): return None if n == 0 else Node(n, build(n-1), build(n-1))
def total(n): return 0 if n is None else n.val + total(n.left) + total(n.right)
print(total(build(10)))
@dataclass
class E: pass
t('E', lambda: E(), lambda: E() == E(), lambda: E(1))
@dataclass
class Exc(Exception):
    code: int
    msg: str = 'm'
try: raise Exc(5)
except Exc as e: print(e.code, e.msg, repr(e), str(e), e.args)
n = float('nan')
@dataclass
class Fl: v: float
t('nan', lambda: Fl(n) == Fl(n))
