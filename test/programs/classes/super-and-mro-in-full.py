# mro and super
class A:
    def f(self): return ['A']
    @classmethod
    def c(cls): return ['A', cls.__name__]
class B(A):
    def f(self): return ['B'] + super().f()
    @classmethod
    def c(cls): return ['B'] + super().c()
class C(A):
    def f(self): return ['C'] + super().f()
    @classmethod
    def c(cls): return ['C'] + super().c()
class D(B, C):
    def f(self): return ['D'] + super().f()
    @classmethod
    def c(cls): return ['D'] + super().c()
print(D().f(), D.c(), [k.__name__ for k in D.__mro__], D.mro() == list(D.__mro__))
print(super(B, D()).f(), super(D, D).c(), super(C, D()).f())
d = D()
s = super(D, d)
print(s.__thisclass__, s.__self__ is d, s.__self_class__)
print(repr(s).replace(hex(id(d)), 'ADDR')[:40])
class E:
    x = 'E'
    def set(self): super().__setattr__('y', 3); return self.y
    @property
    def p(self): return 'Ep'
class F(E):
    @property
    def p(self): return 'F' + super().p
    def nested(self):
        def inner(): return super(F, self).p
        return inner()
    def gen(self):
        yield super().p
        yield [super(F, self).x for _ in range(2)]
    x = 'F'
    def getx(self): return super().x
    @staticmethod
    def st():
        try: super()
        except RuntimeError as e: return str(e)
print(F().p, E().set(), F().nested(), list(F().gen()), F().getx(), F.st())
print(D.__bases__, D.__base__, A.__subclasses__() == [B, C], issubclass(D, A), issubclass(D, (int, C)))
try: super().x
except RuntimeError as e: print(e)
class Mixin:
    def save(self): return 'mixin ' + super().save()
class Root:
    def save(self): return 'root'
class Impl(Mixin, Root): pass
print(Impl().save())
try: Mixin().save()
except AttributeError as e: print(e)
A.f = lambda self: ['newA']
print(D().f())
del B.f
print(D().f())
D.extra = 5
print(d.extra)
class K:
    def __init__(self, **kw): print('K', kw)
class L(K):
    def __init__(self, a, **kw): super().__init__(**kw); self.a = a
class M(K):
    def __init__(self, b, **kw): super().__init__(**kw); self.b = b
class N(L, M):
    pass
n = N(a=1, b=2); print(n.a, n.b)
print(__class__ if False else 'no', D.__name__, D.__qualname__, D.__module__, D.__doc__, D.__dict__.get('f') is not None)
class Outer:
    class Inner:
        def m(self): return __class__.__qualname__
    def m(self): return __class__.__name__
print(Outer.Inner().m(), Outer().m(), Outer.Inner)
D.__name__ = 'Dee'; D.__qualname__ = 'Dq'; D.__doc__ = 'docs'
print(D, D.__name__, D.__doc__)
