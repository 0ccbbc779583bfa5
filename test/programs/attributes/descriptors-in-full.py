# descriptors
class D:
    def __set_name__(s, owner, name): s.n = name; print('set_name', owner.__name__, name)
    def __get__(s, o, t=None):
        if o is None: return s
        return ('get', s.n, o.__class__.__name__, t.__name__)
    def __set__(s, o, v): o.__dict__[s.n] = v; print('set', v)
    def __delete__(s, o): print('delete', s.n)
class ND:
    def __get__(s, o, t): return ('nd', o is None)
class C:
    d = D()
    n = ND()
c = C()
print(c.d, type(C.d).__name__, c.n, C.n)
c.d = 4
print(c.__dict__, c.d)
del c.d
c.n = 9
print(c.n)
class P:
    def __init__(s): s._x = 0
    @property
    def x(s):
        "doc of x"
        return s._x
    @x.setter
    def x(s, v): s._x = v
    @x.deleter
    def x(s): print('delx'); s._x = None
    ro = property(lambda s: 'ro')
    wo = property(fset=lambda s, v: print('wo', v))
p = P()
p.x = 3; print(p.x); del p.x; print(p.x, P.x.__doc__)
for f in ['p.ro = 1', 'p.wo']:
    try:
        if f == 'p.wo': p.wo
        else: p.ro = 1
    except AttributeError as e: print(e)
try: del p.ro
except AttributeError as e: print(e)
p.wo = 5
print(P.x.fget(p), P.x.fset, type(P.x)) if 0 else None
class Q(P):
    @P.x.getter
    def x(s): return 'q'
print(Q().x)
class Cached:
    def __init__(s, f): s.f = f; s.name = f.__name__
    def __get__(s, o, t):
        if o is None: return s
        v = o.__dict__[s.name] = s.f(o)
        return v
class U:
    @Cached
    def val(s): print('computing'); return 12
u = U()
print(u.val, u.val, u.__dict__)
class Meth:
    def f(self, a): return (self.__class__.__name__, a)
    @classmethod
    def cm(cls, a): return (cls.__name__, a)
    @staticmethod
    def sm(a): return a
m = Meth()
g = m.f
print(g(1), Meth.f(m, 2), Meth.cm(3), m.cm(4), Meth.sm(5), m.sm(6))
print(g.__self__ is m, g.__func__ is Meth.f, g.__name__, Meth.cm.__self__ is Meth, Meth.cm.__func__.__name__)
print(Meth.__dict__['f'].__get__(m, Meth)(9), Meth.__dict__['cm'].__get__(None, Meth)(1), Meth.__dict__['sm'].__get__(m)(2))
print(g == m.f, g is m.f, hash(g) == hash(m.f), g != Meth().f)
print(type(Meth.__dict__['cm']).__name__, type(Meth.__dict__['sm']).__name__, type(Meth.f).__name__, type(m.f).__name__)
print(Meth.__dict__['sm'](7))

class DocDescr:
    def __get__(self, object, otype):
        if object:
            object = object.__class__.__name__ + ' instance'
        if otype:
            otype = otype.__name__
        return 'object=%s; type=%s' % (object, otype)
class N:
    __doc__ = DocDescr()
print(N.__doc__)
print(N().__doc__)
d = dict.__dict__['fromkeys']
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
t(d.__get__, None, None)
t(d.__get__, 42)
t(d.__get__, None, 42)
t(d.__get__, None, int)
t(d.__get__, None)
t(lambda: d.__get__({})([1]))
t(object.__setattr__, str, 'foo', 42)
t(object.__delattr__, str, 'lower')
class X: 'elephant'
t(type(list).__dict__["__doc__"].__set__, list, "blah")
def s(): list.__doc__ = 's'
t(s)
def s(): del X.__doc__
t(s)
X.__name__ = 'Y'
for name in '__doc__', '__module__', '__name__', '__qualname__':
    t(delattr, X, name)
print(X.__name__, X.__doc__)
