def inner():
    received = []
    while True:
        x = yield len(received)
        if x is None:
            return received
        received.append(x)


def outer():
    result = yield from inner()
    print("inner gave", result)
    yield from [10, 20]
    yield from range(2)
    return "end"


g = outer()
print(next(g), g.send("a"), g.send("b"), g.send(None), list(g))


def careful():
    try:
        while True:
            try:
                yield 1
            except ValueError as error:
                print("inside", error)
                yield 2
    finally:
        print("cleanup")


g = careful()
print(next(g), g.throw(ValueError("thrown")), next(g))
g.close()


def tree(t):
    if t:
        left, value, right = t
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree((((), 1, ()), 2, ((), 3, ((), 4, ()))))))


def stops():
    yield 1
    raise StopIteration("bad")


try:
    list(stops())
except RuntimeError as error:
    print(error)
