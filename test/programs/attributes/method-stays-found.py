# A method is found before the arguments are evaluated, whatever they do to it.
class O:
    def m(self, x): return ('old', x)
class P:
    def m(self, x): return ('P', x)
def rebind():
    O.m = lambda self, x: ('new', x)
    return 1
o = O()
print(o.m(rebind()), o.m(2))
class Q:
    def m(self, x): return ('old', x)
q = Q()
def rebind2():
    q.m = lambda x: ('inst', x)
    return 1
print(q.m(rebind2()), q.m(2))
class R:
    def m(self, x): return ('R', x)
def other(v):
    global r
    r = P()
    return v
r = R()
print(r.m(other(1)), r.m(2))
def g(): return 'g1'
def setg():
    global h
    h = lambda x: ('h2', x)
    return 4
def h(x): return ('h1', x)
print(h(setg()), h(1))
class S:
    def __init__(self): self.f = lambda x: ('f1', x)
    def go(self):
        return self.f(self.change())
    def change(self):
        self.f = lambda x: ('f2', x)
        return 9
s = S()
print(s.go(), s.go())
class T:
    def m(self, x): return ('T.m', x)
class U(T): pass
def addm():
    U.m = lambda self, x: ('U.m', x)
    return 0
u = U()
print(u.m(addm()), u.m(1))
class V:
    @property
    def m(self):
        print('got m')
        return lambda x: x
def arg():
    print('arg')
    return 3
print(V().m(arg()))
try:
    O().nosuch(arg())
except AttributeError as e: print(e)
def switch():
    w.__class__ = P
    return 5
class W:
    def m(self, x): return ('W', x)
w = W()
print(w.m(switch()), w.m(1))
def delm():
    del X.m
    return 1
class X:
    def m(self, x): return ('X', x)
x = X()
print(x.m(delm()))
try: x.m(1)
except AttributeError as e: print(e)
