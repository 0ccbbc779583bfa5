"""Subclasses of super: as proxies, as descriptors, with attributes of their own."""

class A:
    def meth(self, a): return "A(%r)" % a
class C(A):
    def meth(self, a): return "C(%r)" % a + self.s.meth(a)
class mysuper(super):
    def __init__(self, *args):
        return super(mysuper, self).__init__(*args)
C.s = mysuper(C)
c = C()
try: print(mysuper(C, c).meth(2))
except BaseException as e: print(type(e), e)
try: print(c.meth(3))
except BaseException as e: print(type(e), e)
m = mysuper(C, c)
print(isinstance(m, super), type(m).__name__, m.__thisclass__.__name__, m.__self__ is c, m.__self_class__.__name__)
m.x = 3
print(m.x, repr(m)[:30])
try: m.nope
except AttributeError as e: print(e)
try: print(C.s.__get__(c, C).__class__, c.s.__class__.__name__)
except BaseException as e: print(type(e), e)
