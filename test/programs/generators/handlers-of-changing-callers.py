# A generator's handlers give back what its caller handles when they end, not what it handled when they began.
import sys


def kinds():
    yield sys.exc_info()[0]
    try:
        raise KeyError
    except KeyError:
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]
    try:
        raise OSError
    except OSError:
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]


g = kinds()
try:
    raise ValueError
except ValueError:
    print(next(g), next(g))
print(next(g), sys.exc_info())
print(next(g))
try:
    raise TypeError
except TypeError:
    print(next(g), sys.exc_info()[0])


def inner():
    try:
        raise LookupError
    except LookupError:
        yield from kinds()
        print('after', sys.exc_info()[0])


def contexts():
    try:
        yield
    except ValueError:
        try:
            yield
        finally:
            try:
                raise KeyError('late')
            except KeyError as e:
                print(repr(e.__context__), repr(e.__context__.__context__))


steps = inner()
try:
    raise ArithmeticError
except ArithmeticError:
    print([next(steps) for _ in range(4)])
print(list(steps), sys.exc_info())
c = contexts()
next(c)
try:
    raise RuntimeError
except RuntimeError:
    c.throw(ValueError('thrown'))
list(c)
