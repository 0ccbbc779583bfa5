# What can't be a class, and how properties and classes name themselves in messages.
import enum


def attempt(make):
    try:
        print('->', make())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)


class A:
    __slots__ = ('a',)


class B:
    __slots__ = ('b',)


class Empty:
    __slots__ = ()


attempt(lambda: type('C', (A, B), {}))
attempt(lambda: type('C', (A, Empty), {}).__base__.__name__)
attempt(lambda: type('C', (Empty, B), {}).__base__.__name__)
attempt(lambda: type('C', (), {'__slots__': ('1a',)}))
attempt(lambda: type('C', (), {'__slots__': ('',)}))
attempt(lambda: type('C', (1,), {}))


class Meta(type):
    def __dir__(cls):
        return ['b', 'a']


attempt(lambda: dir(Meta('M', (), {})))


class P:
    pass


def getter(self):
    return 1


class Caller:
    def __call__(self, instance):
        return 5


P.x = property(lambda self: 1)
P.y = property(getter)
P.empty = property()
P.called = property(Caller())
for name in ('x', 'y', 'empty', 'called'):
    attempt(lambda: setattr(P(), name, 1))
    attempt(lambda: delattr(P(), name))
attempt(lambda: P().empty)


class Odd:
    def __init__(self, given):
        self.given = given

    def __complex__(self):
        return self.given

    def __fspath__(self):
        return self.given


attempt(lambda: complex(Odd(None)))
attempt(lambda: open(Odd(1)))


class NotRaised(Exception):
    def __new__(cls):
        return 5


def raise_it():
    raise NotRaised


attempt(raise_it)
Color = enum.Enum('Color', 'RED GREEN')
print(type(Color.__members__), Color.__members__)


def body():
    class X:
        a, b = 1, 2
        c = eval('a + b')

        def own(self):
            __class__
            return sorted(locals())

    return X.c, X().own()


print(body())
print(body.__code__ is body.__code__, (lambda: (yield))().gi_code is body.__code__)


def attempt(*args):
    try:
        print(type(*args).__name__)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt('Twice', (), {'__slots__': ('__weakref__', '__weakref__')})
for base in (int, tuple, bytes, str, float, dict):
    attempt('Wider', (base,), {'__slots__': ('more',)})
attempt('Nul\0', (), {})
try:
    object().__init__(1)
except TypeError as error:
    print(error)
