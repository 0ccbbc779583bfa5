class Rec(dict):
    def __init__(self): self.log = []
    def __setitem__(self, k, v): self.log.append(k); super().__setitem__(k, v)
    def __missing__(self, k):
        if k.startswith('auto'): return k.upper()
        raise KeyError(k)
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **k): print('prep', name); return Rec()
    def __new__(m, name, bases, ns): 
        c = super().__new__(m, name, bases, dict(ns)); c.log = [k for k in ns.log if not k.startswith('__')]; return c
class E(metaclass=M):
    a = 1
    b = auto_x
    c = len('abc')
    def f(self): return __class__.__name__
    a = 2
    del b
print(E.log, E().f(), E.a, hasattr(E, 'b'))
class F(E):
    z = a1 = 5
print(F.log, F().f())
