# The method is looked up before the arguments are evaluated, and once.
import math


def f(*a):
    print('args', a)
    return 1


class A:
    def ok(self, x):
        return x


class B(A):
    def up(self):
        return super().missing(f(1))


class D:
    def ok(self, x):
        return 'D', x


class G:
    def __getattr__(self, name):
        print('getattr', name)
        if name == 'x':
            return f
        raise AttributeError('no ' + name)


class P:
    __slots__ = ('unset',)

    @property
    def p(self):
        print('get p')
        return f


def attempt(make):
    try:
        print('->', make())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


a, g, p, b = A(), G(), P(), B()
attempt(lambda: a.m(f(2)))
attempt(lambda: None.m(f(3)))
attempt(lambda: math.missing(f(4)))
attempt(lambda: b.up())
attempt(lambda: g.x(f(5)))
attempt(lambda: g.y(f(6)))
attempt(lambda: [].foo(f(7)))
attempt(lambda: (1).foo(f(8), k=f(9)))
attempt(lambda: 'x'.foo(*[f(8)], k=f(9)))
attempt(lambda: A.m(f(8)))
attempt(lambda: p.p(f(10)))
attempt(lambda: p.q(f(10)))
attempt(lambda: p.unset(f(11)))
for o in [A(), D(), P(), None, 3]:
    attempt(lambda: o.ok(f('poly')))


def generator(o):
    return (o.missing((yield 1)))


steps = generator(a)
attempt(lambda: next(steps))
steps = generator(g)
attempt(lambda: next(steps))
g.late = None
attempt(lambda: g.late(f(12)))


def wrong(o, i):
    return o.missing(i)


wrong(a, 1)
