"""A metaclass says the order of look-ups, and what __class__ in methods becomes."""
class A:
    v = 'A'
    def f(self): return 'A.f'
class B:
    v = 'B'
    def f(self): return 'B.f'
class Rev(type):
    def mro(cls):
        order = super().mro()
        return [order[0], *reversed(order[1:-1]), object]
class C(A, B, metaclass=Rev):
    def g(self): return self.f(), self.v, super().f()
print([c.__name__ for c in C.__mro__], [c.__name__ for c in C.mro()], C().g(), C.v, C().f())
class D(C): pass
print([c.__name__ for c in D.__mro__], D().f())
def call(o): return o.f()
print([call(o) for o in (C(), D(), A(), B()) for _ in range(2)])
class Hide(type):
    def mro(cls): return [cls, object]
class E(A, metaclass=Hide): e = 1
print(E.__bases__[0].__name__, hasattr(E, 'v'), hasattr(E(), 'f'), isinstance(E(), A), issubclass(E, A))
class Bad(type):
    def mro(cls): return [cls, 5, object]
for m, b in ((Bad, (object,)),):
    try: m('X', b, {})
    except TypeError as e: print(e)
class Odd(type):
    def mro(cls): return [cls, int, object]
try: Odd('X', (), {})
except TypeError as e: print(e)
class Gen(type):
    def mro(cls): yield from type.mro(cls)
class F(A, metaclass=Gen): pass
print(F().f(), F.__mro__ == (F, A, object))
class Once(type):
    seen = {}
    def mro(cls):
        if cls.__name__ in Once.seen: raise RuntimeError('bozo')
        Once.seen[cls.__name__] = 1
        return type.mro(cls)
class G(A): pass
class H(G, metaclass=Once): pass
try: G.__bases__ = (B,)
except RuntimeError as e: print(e, G.__mro__ == (G, A, object), H.__mro__ == (H, G, A, object), G().f(), H().f())
class Meta(type):
    def __new__(c, n, b, ns):
        ns.pop('__classcell__', None)
        return super().__new__(c, n, b, ns)
class Fine(metaclass=Meta): pass
try:
    class W(metaclass=Meta):
        def f(self): return __class__
except RuntimeError as e: print(e)
class Other(type):
    def __new__(c, n, b, ns):
        super().__new__(c, n, b, dict(ns))
        return super().__new__(c, n, b, {})
try:
    class W(metaclass=Other):
        def f(self): return __class__
except TypeError as e: print(e)
