import weakref, gc
class A:
    def __init__(self, n): self.n = n
    def hello(self): return 'hello %s' % self.n
    def __del__(self): print('del', self.n)
a = A(1)
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), weakref.getweakrefcount(a), r == weakref.ref(a))
r2 = weakref.ref(a, lambda w: print('callback', w is r2, w()))
p = weakref.proxy(a)
print(p.n, p.hello(), hash(r) == hash(a))
p.n = 5
print(a.n)
d = weakref.WeakValueDictionary()
d['x'] = a
k = weakref.WeakKeyDictionary()
k[a] = 'v'
s = weakref.WeakSet([a])
print(len(k), len(s), a in s)
f = weakref.finalize(a, print, 'finalized', 1, sep='-')
print(f.alive)
m = weakref.WeakMethod(a.hello)
print(m()())
del a
print(r(), len(d), len(k), len(s), f.alive, m())
try: p.n
except ReferenceError as e: print(e)
for bad in (1, 'x', [], {}, (), None):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
class B: pass
b = B(); b.me = b
rb = weakref.ref(b, lambda w: print('cycle gone'))
del b
gc.collect()
print(rb())
def g(): pass
class S: __slots__ = ('x',)
try: weakref.ref(S())
except TypeError as e: print(e)
class T: __slots__ = ('x', '__weakref__')
t = T(); print(weakref.ref(t)() is t)
end = B()
weakref.finalize(end, print, 'at exit')
b = B(); b.me = b
rb = weakref.ref(b, lambda w: print('cycle gone'))
del b
gc.collect()
print(rb())
def g(): pass
class S: __slots__ = ('x',)
try: weakref.ref(S())
except TypeError as e: print(e)
class T: __slots__ = ('x', '__weakref__')
t = T(); print(weakref.ref(t)() is t)
end = B()
weakref.finalize(end, print, 'at exit')


class Member:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'm{self.n}'


members = [Member(i) for i in range(6)]
one, two = weakref.WeakSet(members[:4]), weakref.WeakSet(members[2:])
for made in one - two, one & two, one | two, one ^ two, one.symmetric_difference(members[3:5]):
    print(type(made).__name__, sorted(map(repr, made)))
one -= two
print(sorted(map(repr, one)), one < two)
one |= two
one &= members[1:3]
one ^= two
print(sorted(map(repr, one)))
one.difference_update(one)
print(len(one), one <= two, two >= one)
