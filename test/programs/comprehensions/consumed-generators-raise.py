# What raises in a consumed generator expression has a frame of its own in the traceback; a StopIteration is replaced.
def stops(xs):
    it = iter([1])
    return sum(next(it) +
               x for x in xs)


def divides(xs):
    return any(sum(10 // y for y in range(1 - x, 2)) > 30 for x in xs)


def handled():
    try:
        return max(1 // x for x in (1, 0))
    except ZeroDivisionError as error:
        return repr(error)


def fails(test, *args):
    try:
        test(*args)
    except Exception as error:
        if error.__cause__ is not None:
            print(repr(error.__cause__), repr(error.__context__))
        raise


print(handled())
for test, xs in (stops, [1, 2]), (divides, [0, 1]), (divides, 5), (min, []):
    try:
        fails(test, xs)
    except Exception as error:
        print(type(error).__name__, error)
for make in (lambda: min(x for x in []), lambda: max(x for x in ()), lambda: sum(x for x in "ab"), lambda: set([x] for x in "ab"), lambda: "".join(x for x in [1])):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)
try:
    stops([1, 2])
except RuntimeError:
    try:
        sum(x for x in
            ["a"])
    except TypeError:
        divides([0, 1])
