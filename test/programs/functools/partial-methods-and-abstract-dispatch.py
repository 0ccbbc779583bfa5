import functools, collections, abc
from collections.abc import *
def capture(*args, **kw): return args, kw
class A:
    both = functools.partialmethod(capture, 3, b=4)
    nested = functools.partialmethod(both, 5)
    over = functools.partialmethod(functools.partial(capture, c=6), 7)
    static = functools.partialmethod(staticmethod(capture), 8)
    cls = functools.partialmethod(classmethod(capture), d=9)
    def __repr__(self): return 'A()'
a = A()
print(a.both(5, c=6), A.both(a, 5, c=6), a.nested(6), A.nested(a, 6), a.over(5), A.over(a, 5), a.static(1), A.static(1))
print(a.cls(1)[1], A.cls(1)[0][0] is A, a.both.__self__, a.cls.__self__ is A, hasattr(A.both, '__self__'))
g = functools.singledispatch(lambda obj: 'base')
g.register(Sized, lambda obj: 'sized')
print(g({}), g([]), g(1))
g.register(MutableMapping, lambda obj: 'mutablemapping')
print(g({}), g(collections.ChainMap()), g([]))
g.register(Mapping, lambda obj: 'mapping')
print(g({}), g(collections.OrderedDict()))
g.register(MutableSequence, lambda obj: 'ms')
g.register(Sequence, lambda obj: 'seq')
print(g([]), g(()), g('x'), g(range(2)), g(set()), g(frozenset()))
g.register(list, lambda obj: 'list')
print(g([]), g(collections.deque()))
class C:
    def __iter__(self): return iter(())
    def __len__(self): return 0
g.register(Iterable, lambda obj: 'iterable')
try: print(g(C()))
except RuntimeError as e: print(str(e)[:18])
class S:
    @functools.singledispatchmethod
    def t(self, arg):
        "doc"
        return 'base'
    @t.register
    def _(self, arg: int): return 'int'
s = S()
print(s.t(1), s.t(''), s.t.__name__, s.t.__doc__, S.t.__name__)
try: s.t()
except TypeError as e: print(e)
class Ab(abc.ABC):
    @functools.singledispatchmethod
    @abc.abstractmethod
    def add(self, x): pass
    p = functools.partialmethod(add)
print(Ab.add.__isabstractmethod__, sorted(Ab.__abstractmethods__))
