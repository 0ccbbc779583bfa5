import sys


def g():
    try:
        yield 1
    except ValueError:
        print("in handler", sys.exception())
        yield 2
        print("still", sys.exception())
    print("left", sys.exception())
    yield 3
it = g(); next(it)
try: raise KeyError("outer")
except KeyError:
    print(it.throw(ValueError("inner")), repr(sys.exception()))
    print(next(it), repr(sys.exception()))
print(sys.exception())
