import copy
from functools import cached_property, partial, singledispatch
from operator import itemgetter, methodcaller


def f(a, b=2, *rest, c=4, **more):
    return a, b, rest, c, more


@singledispatch
def kind(value):
    return 'other'


@kind.register
def _(value: int | float):
    return 'number'


@kind.register(list | tuple)
def _(value):
    return 'sequence'


class Slotted:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


def shown(make):
    try:
        print(make())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


p = partial(f, 1, c=9)
p.note = 'n'
other = copy.copy(p)
print(p.__dict__, other(7, d=5), other.note, copy.deepcopy(p).keywords, copy.copy(partial(int, base=2))('101'))
for name in ('func', 'args', 'missing'):
    shown(lambda: delattr(p, name))
shown(lambda: setattr(p, 'func', 1))
shown(lambda: p.__setstate__((1, 2)))
print(kind(1), kind(2.5), kind(()), kind([]), kind('x'), len(kind.registry))
shown(lambda: kind.register(1))
shown(lambda: kind.register(int | 'x', len))
shown(lambda: Slotted().x)
print(copy.copy(itemgetter(1))('abc'), copy.copy(methodcaller('upper'))('a'))
