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


class Counting(dict):
    def __missing__(self, name):
        if name.startswith('_') or name in ('print', 'NameError'):
            raise KeyError(name)
        self[name] = len(self)
        return self[name]


class CountingMeta(type):
    __prepare__ = classmethod(lambda meta, name, bases: Counting(seed=40))

    def __new__(meta, name, bases, namespace):
        return super().__new__(meta, name, bases, dict(namespace))


class Counted(metaclass=CountingMeta):
    FIRST, SECOND
    THIRD = [FIRST]
    seed += 2
    print(seed, THIRD)

    def method(self, x=FOURTH, y: FIFTH = 1): return x

    del FIRST
    print(FIRST)
    try:
        del __absent
    except NameError as error:
        print(error)


def inside_function():
    local = 'of the function'

    class Inner(metaclass=CountingMeta):
        print(local, OTHER)
    return Inner


print(sorted(name for name in vars(Counted) if name[0] != '_'), inside_function().OTHER)
