"""GeneratorExit thrown into `yield from` closes the inner generator and goes on in the outer one."""


def returning():
    try:
        yield 1
    except GeneratorExit:
        print("closed")
        return 5


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def failing():
    try:
        yield 1
    finally:
        raise ValueError("while closing")


def outer(inner):
    try:
        print("result", (yield from inner()))
    finally:
        print("outer ends")


for inner in returning, stubborn, failing:
    g = outer(inner)
    next(g)
    try:
        g.throw(GeneratorExit)
    except BaseException as error:
        print(type(error).__name__, error)
    g = outer(inner)
    next(g)
    try:
        print(g.close())
    except BaseException as error:
        print(type(error).__name__, error)
