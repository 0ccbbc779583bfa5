def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return (a, b, c, args, d, e, sorted(kwargs.items()))


def g(*, only):
    return only


def h(a, /):
    return a


print(f(1, d=4), f(1, 9, d=4), f(1, 2, 3, 4, 5, d=6), f(1, c=0, d=4, z=1, y=2), f(*[1, 2, 3], **{"d": 4, "b": 7}))
print(g(only=1), h(5), (lambda x, y=2, *z, w=3: (x, y, z, w))(1, 2, 3, w=4))
bad = [
    lambda: f(1), lambda: f(), lambda: f(1, d=1, a=2, c=1), lambda: g(1), lambda: g(), lambda: g(only=1, more=2),
    lambda: h(a=1), lambda: h(), lambda: h(1, 2), lambda: f(1, 2, 3, c=3, d=4), lambda: g(**{"only": 1}, **{"x": 2}), lambda: len(), lambda: print(foo=1),
]
for call in bad:
    try:
        call()
    except TypeError as error:
        print(error)
