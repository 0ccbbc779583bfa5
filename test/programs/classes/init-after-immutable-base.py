# Types whose values never change have no __init__ of their own: that of the next base is called.
class Noted:
    def __init__(self, *args):
        print('init', args)


def kinds():
    for base in (int, float, complex, str, bytes, tuple, frozenset):
        yield type(base.__name__.title(), (base, Noted), {})
    for base in (list, dict, set, bytearray, Exception):
        yield type(base.__name__.title(), (base, Noted), {})


for kind in kinds():
    print(kind.__name__, repr(kind()), kind.__init__ is Noted.__init__)


class Pair(tuple, Noted):
    pass


class Count(int):
    def __init__(self, value):
        super().__init__(value)


print(Pair([1, 2]) == (1, 2))
try:
    Count(3)
except TypeError as error:
    print(error)


def reads_the_module(shared):
    class Body:
        seen = shared
        shared = 'class'

    shared += 1
    return shared, Body.seen, Body.shared


shared = 'module'
print(reads_the_module(1))
