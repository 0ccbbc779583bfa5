# A set that can be hashed is looked up by its own hash; others by what they hold. bytes() gives what __bytes__ gives.
from operator import length_hint


class Hashed(set):
    def __hash__(self):
        return 12345


class Text(bytes):
    pass


class Convertible:
    def __bytes__(self):
        return Text(b'abc')


one = Hashed([1])
sets = {one, frozenset({2})}
print(one in sets, {2} in sets, frozenset({1}) in sets, {1} in sets)
sets.discard({2})
sets.remove(one)
print(sets)
print(type(bytes(Convertible())).__name__, type(Text(Convertible())).__name__)
print(tuple.__itemsize__, int.__itemsize__, bytes.__itemsize__, list.__itemsize__, str.__itemsize__)
numbers = list(range(10))
backwards = reversed(numbers)
next(backwards)
print(length_hint(backwards))
numbers[1:] = []
print(length_hint(backwards), list(backwards))
for kind in (list, tuple, sorted, bytes):
    class Broken:
        def __iter__(self):
            return iter(range(3))

        def __len__(self):
            raise RuntimeError('no length')

    try:
        kind(Broken())
    except RuntimeError as error:
        print(kind.__name__, error)
