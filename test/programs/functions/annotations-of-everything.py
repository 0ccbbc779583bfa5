# annotations
def f(a: int, b: 'str' = 1, *args: float, c: list[int], **kw: dict) -> bool: pass
print(f.__annotations__)
class C:
    x: int
    y: str = 'a'
    z: 'C'
    def m(self, q: "int") -> None: pass
print(C.__annotations__, C.m.__annotations__)
v: int = 3
w: list[int]
print(__annotations__)
print((lambda: 0).__annotations__)
f.__annotations__['new'] = 1
print(f.__annotations__)
class D(C): pass
print(D.__annotations__ == C.__annotations__ or D.__annotations__)
class E:
    pass
print(E.__annotations__)
def g(x: print('evaluated')): pass
try:
    def h(x: Undefined): pass
except NameError as e: print(e)
def local():
    q: Undefined2 = 3
    r: int
    return q
print(local())
class F:
    a: int | None = None
    b: tuple[int, ...]
    for i in range(2): pass
    if True: c: float
print(F.__annotations__)
try: w
except NameError as e: print(e)
f.__annotations__ = {}
print(f.__annotations__)
del f.__annotations__
print(f.__annotations__)
