import pickle, copy
class C4(int):
    def __new__(cls, a, b, value):
        self = super().__new__(cls, value)
        self.a = a
        self.b = b
        return self
    def __getnewargs__(self):
        return (self.a, self.b, int(self))
    def __repr__(self):
        return "C4(%r, %r)<%r>" % (self.a, self.b, int(self))
x = C4(1, 2, 3)
print(copy.copy(x), copy.deepcopy(x))
for p in range(6):
    try:
        print(p, pickle.loads(pickle.dumps(x, p)))
    except Exception as e:
        print(p, type(e), e)
class E(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
try: print(copy.copy(E(1, 2)))
except TypeError as e: print(e)
class L(list):
    def append(self, x):
        print('append', x)
        super().append(x)
l = L([1, 2]); l.tag = [1]
m = copy.deepcopy(l)
print(m, m.tag, m.tag is l.tag)
class S:
    __slots__ = ('a', '__b')
    def __setattr__(self, k, v):
        print('set', k, v); object.__setattr__(self, k, v)
s = S(); s.a = 1
print(copy.copy(s).a)
class P:
    def __init__(self): self.x = 1
    def __setattr__(self, k, v):
        print('set', k, v); object.__setattr__(self, k, v)
print(copy.copy(P()).x)
class G:
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError(n)
        return 5
g = copy.copy(G()); print(g.zz)
try: copy.copy(x for x in [])
except TypeError as e: print(e)
try: copy.deepcopy([copy])
except TypeError as e: print(e)
class N:
    def __getnewargs_ex__(self): return ()
try: copy.copy(N())
except ValueError as e: print(e)
from collections import deque, OrderedDict, defaultdict, Counter
class D(deque): pass
d = D([1, [2]], 5); d.t = 1
e = copy.deepcopy(d); print(e, e.maxlen, e.t, e[1] is d[1])
class OD(OrderedDict): pass
o = OD(a=[1]); o.z = 3
print(copy.deepcopy(o), copy.copy(o).z)
dd = defaultdict(list, {1: [2]}); print(copy.deepcopy(dd), copy.copy(dd))
print(copy.deepcopy(Counter('aab')))
class BA(bytearray): pass
b = BA(b'xy'); b.q = 1
print(copy.copy(b), copy.copy(b).q)
class T(tuple): pass
t = T([1, [2]]); t.x = 1
u = copy.deepcopy(t); print(u, u.x, u[1] is t[1])
