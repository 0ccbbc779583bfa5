import sys


def keeps():
    try:
        print(repr(sys.exception()))
        yield 'started'
    except Exception as exc:
        print(repr(sys.exception()), exc.__context__)
        yield 'caught'
        print(repr(sys.exception()))
        yield 'still'
        raise


made = keeps()
next(made)
try:
    raise ValueError('same')
except Exception as exc:
    print(made.throw(exc))
print(sys.exception(), next(made), sys.exception())
try:
    next(made)
except ValueError as e:
    print(repr(e), e.__context__)


def leaves():
    yield
    try:
        1 / 0
    except ZeroDivisionError:
        yield repr(sys.exception())
        try:
            [][1]
        except IndexError as e:
            yield repr(sys.exception()), repr(e.__context__)
        yield repr(sys.exception())
    yield repr(sys.exception())


made = leaves()
next(made)
for name in 'abcd':
    try:
        raise KeyError(name)
    except KeyError as e:
        print(next(made), repr(sys.exception()))
        if name == 'b':
            kept = leaves()
            next(kept)
            print(next(kept))
print(list(kept), sys.exception())
try:
    raise
except RuntimeError as e:
    print(e)
