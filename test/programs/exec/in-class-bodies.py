# eval in class bodies sees the body's names and globals; unknown private names are reported mangled.
G = 100
def simple():
    hidden = 1
    class T:
        a = 2
        b = 3
        c = eval('a + b + G')
        a = 5
        d = eval('a * b')
        f = [eval('G') for _ in range(2)]
        l = eval('[a + i for i in range(2)]')
        k = eval('a', globals(), locals())
        n = eval('G', globals())
        def m(self): return eval('self.c + G')
        try: h = eval('nope')
        except NameError as err: h = str(err)
        try: o = eval('hidden')
        except NameError as err: o = str(err)
        p = compile('a', 'x', 'eval')
    return T
t = simple()
print(t.c, t.d, t.f, t.l, t.k, t.n, t().m(), t.h, t.o)
class U:
    x = 1
    y = eval('x + 1')
    print(eval('x + y'), eval('len(__name__)'), eval('__qualname__'))
print(U.y)
class C:
    def f(self):
        return __nope
    def g(self):
        __x = 1
        del __x
        return __x
    def h(self, k=None):
        global __gg
        __gg = 5
        return __gg
    def i(self): return self.__attr
    def j(self): C.__m(self)
    def l(self): del __nope2
c = C()
for n in 'fghijl':
    try: print(getattr(c, n)())
    except Exception as e: print(type(e).__name__, e)
print(sorted(k for k in globals() if 'gg' in k))
class D:
    try: print(__q)
    except NameError as e: print(e)
    __w = 3
    print(__w)
    def z(self, __p=4): return __p, list(locals())
print(D().z())
import cmath
print([cmath.rect(r, p) for r in (1, -1, -1.0, 0) for p in (0, -0.0)])
