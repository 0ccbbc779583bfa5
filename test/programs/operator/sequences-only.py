import operator


def shown(make):
    try:
        print(make())
    except TypeError as e:
        print(e)


for a, b in (([1], (2,)), ('a', 'b'), (7, 2), ({1}, {2}), ({}, 'a'), (None, None)):
    shown(lambda: operator.iconcat(a, b))
    shown(lambda: operator.concat(a, b))
    shown(lambda: operator.countOf(a, b))
