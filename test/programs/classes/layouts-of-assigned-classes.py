"""Which classes instances can change to, and which bases classes."""
class A:
    def __init__(self): self.x = 1
class B:
    def __init__(self): self.y = 2; self.z = 3; self.x = 5.0
    def show(self): return sorted(self.__dict__), self.x
a = A(); a.__class__ = B; print(a.show()); a.y = 4; print(a.show())
class S: __slots__ = ('a',)
class D(S): pass
class P(S): __slots__ = ()
d = D()
def t(o, c):
    try: o.__class__ = c; print('ok', c.__name__)
    except TypeError as e: print(e)
t(d, S); t(d, P); t(S(), P); t(P(), S); t(S(), D)
class U: __slots__ = ('b',)
t(S(), U)
class V: __slots__ = ('a',)
s = S(); s.a = 7; t(s, V); print(s.a)
class W(V): __slots__ = ('c',)
class X(S): __slots__ = ('c',)
t(W(), X); t(X(), W)
class I(int): pass
class J(int): pass
class F(float): pass
class T(tuple): pass
class L(list): pass
class K(dict): pass
t(I(), J); t(I(), F); t(L(), K); t(T(), L); t(I(), int); t(1, I)
class E(Exception): pass
class G(ValueError): pass
class Q(OSError): pass
t(E(), G); t(E(), Q); t(E(), I); t(I(), A); t(A(), I); t(A(), L)
def b(c, bs):
    try: c.__bases__ = bs; print('ok')
    except TypeError as e: print(e)
class Z(I): pass
b(Z, (J,)); b(Z, (F,)); b(L, (K,)); b(L, (dict,)); b(I, (str,)); b(I, (float,)); b(A, (int,)); b(A, (list,)); b(D, (A,)); b(B, (S,)); b(E, (ValueError,)); b(G, (Exception,)); b(T, (L,))
class Y: __slots__ = ()
t(A(), Y); t(Y(), A)
class Got: pass
try:
    class Again(Got): __slots__ = ("__dict__",)
except TypeError as e: print(e)
class Sorted: __slots__ = ("b", "a", "c")
print([n for n in Sorted.__dict__ if len(n) == 1], "__dict__" in object.__dict__)
for name in ("a\0b",):
    try: type(name, (), {})
    except ValueError as e: print(e)
class NotGeneric(tuple): __class_getitem__ = None
class Entries:
    def __mro_entries__(self, bases): return ()
for act in (lambda: NotGeneric[int], lambda: type("T", (Entries(),), {}), lambda: property().__get__(), lambda: b"%c" % b"ab"):
    try: act()
    except TypeError as e: print(e)
def f(): pass
del f.__module__
print(f.__module__)
