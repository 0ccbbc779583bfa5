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


def none():
    pass


for call in (lambda: operator.add(1), lambda: operator.index(zzz=1), lambda: operator.concat('a', ValueError()), lambda: {}.pop([], 'nothing hashed')):
    shown(call)
for value in (object.__init__, object().__str__, operator.itemgetter(1), operator.attrgetter('a'), operator.methodcaller('a')):
    shown(lambda: type('Derived', (type(value),), {}))
print([type(v.__doc__).__name__ in ('str', 'NoneType') for v in (1, None, ..., 'a', [], 1.5, object(), ValueError(), none, super(int, 1))])
print(list[len], dict[none, [none]], none.__doc__, operator.concat.__qualname__)
