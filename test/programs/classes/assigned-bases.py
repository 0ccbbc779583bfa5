# Assignment to __bases__: the order, what methods see, and what is refused.
class A:
    def __init__(self): self.a = 1
    def f(self): return 'A.f', self.a

class B:
    def __init__(self): self.b = 2
    def f(self): return 'B.f', getattr(self, 'b', 'none'), self.a
    def g(self):
        self.b = 5
        return 'B.g', self.b

class C(A):
    def h(self): return super().f()

c = C()
print(c.f(), c.h())
C.__bases__ = (B,)
print(c.f(), c.g(), c.h(), c.__dict__, C.__mro__, C.__base__, C.__bases__)
print(isinstance(c, A), isinstance(c, B), issubclass(C, A), A.__subclasses__(), B.__subclasses__())

class D(C): pass
d = D()
C.__bases__ = (A, B)
print(D.__mro__, d.b, D().a)
for bad in [(), 3, (int,), (C,), (D,), (A, A), (A, 3), [A], (B, object, A)]:
    try: C.__bases__ = bad
    except TypeError as e: print(e)
print(D.__mro__, A.__subclasses__(), B.__subclasses__())

class S:
    __slots__ = ('s',)
class E(D): pass
def change(cls, bases):
    try: cls.__bases__ = bases
    except TypeError as e: print(e)
change(A, (B,))
change(int, (object,))
change(E, (S,))
setattr(E, '__bases__', (B,))
print(E.__mro__, D.__subclasses__())
try: del C.__bases__
except TypeError as e: print(e)
