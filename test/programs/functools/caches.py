import functools
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, reduce, wraps


@lru_cache(maxsize=None)
def fib(n):
    "Fibonacci"
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.__name__, fib.__doc__, fib.__wrapped__(1))
fib.cache_clear()
print(fib.cache_info(), fib.cache_parameters())


@functools.lru_cache(maxsize=2)
def square(x, *, sign=1):
    print('computing', x)
    return sign * x * x


print(square(1), square(2), square(1), square(3), square(2), square(2, sign=-1), square.cache_info())


@cache
def grid(x, y):
    return 1 if x == 0 or y == 0 else grid(x - 1, y) + grid(x, y - 1)


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print('area')
        return 3 * self.r ** 2

    @lru_cache
    def scaled(self, k):
        return self.r * k


c = Circle(2)
print(grid(12, 12), c.area, c.area, c.__dict__, c.scaled(3), c.scaled(3))
try:
    fib([])
except TypeError as e:
    print(e)


class Asks:
    """Equal by a comparison that uses the cache it is a key of."""

    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            remembered(Asks(1))
        return self.x == other.x


@functools.lru_cache(maxsize=10)
def remembered(x):
    return x.x


print([remembered(Asks(n)) for n in (1, 2, 2, 1, 2)], remembered.cache_info())
