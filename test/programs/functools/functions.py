import functools
from functools import cmp_to_key, partial, partialmethod, reduce, singledispatch, total_ordering, wraps

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 1], 10), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
for action in (lambda: reduce(max, []), lambda: reduce(max, 5), lambda: partial(), lambda: partial(5)):
    try:
        action()
    except TypeError as e:
        print(e)
base2 = partial(int, base=2)
print(base2('101'), base2.func, base2.args, base2.keywords, base2, partial(base2, '11')())


def logged(f):
    @wraps(f)
    def inner(*args, **kw):
        print('call', f.__name__, args, kw)
        return f(*args, **kw)
    return inner


@logged
def add(a, b=1):
    "Adds."
    return a + b


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(2))


@total_ordering
class V:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

    def __lt__(self, other):
        return self.x < other.x

    def area(self, k, extra=0):
        return self.x * k + extra

    double = partialmethod(area, 2, extra=1)


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(3).double())


@singledispatch
def show(x):
    return 'object'


@show.register(int)
def _(x):
    return 'int'


@show.register(list)
def _(x):
    return 'list'


print(show(1), show(True), show([]), show('s'), show.dispatch(bool) is show.registry[int])
