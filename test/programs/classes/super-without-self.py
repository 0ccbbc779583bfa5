# super() where the method no longer has its first argument.
class B:
    def __init__(self): self.b = 'B'
    def m(self): return 'B.m'
class C(B):
    def m(self):
        del self
        try:
            return super().m()
        except (RuntimeError, UnboundLocalError) as e:
            return repr(e)
    def n(self):
        self = B()
        try:
            return super().m()
        except TypeError as e:
            return repr(e)
    def k(self, flag):
        if flag:
            del self
        try:
            return super().m()
        except (RuntimeError, UnboundLocalError) as e:
            return repr(e)
    def c(self):
        def inner():
            return self
        del self
        try:
            return super().m()
        except (RuntimeError, UnboundLocalError) as e:
            return repr(e)
    def s(*args):
        try:
            return super().m()
        except (RuntimeError, UnboundLocalError) as e:
            return repr(e)
c = C()
print(c.m(), c.n(), c.k(0), c.k(1), c.c(), c.s())
class D(B):
    def m(self):
        del self
        try:
            s = super()
            return s
        except (RuntimeError, UnboundLocalError) as e: return repr(e)
    def c(self):
        def inner(): return self
        del self
        try:
            s = super()
            return s
        except (RuntimeError, UnboundLocalError) as e: return repr(e)
    def e(self):
        try: raise ValueError
        except ValueError as self: pass
        try:
            s = super()
            return s
        except (RuntimeError, UnboundLocalError) as e: return repr(e)
    def g(self):
        self = B()
        try:
            s = super()
            return s
        except TypeError as e: return repr(e)
d = D()
print(d.m(), d.c(), d.e(), d.g())
