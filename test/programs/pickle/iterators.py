"""Iterators say what they have left: __reduce__, __setstate__, copies, pickles."""
import copy
import pickle


def half(make):
    it = make()
    next(it, None)
    return it


makers = [
    lambda: iter([1, 2, 3]), lambda: reversed([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'), lambda: iter('aé€'), lambda: iter(b'abc'),
    lambda: iter(bytearray(b'xyz')), lambda: iter(range(10, 20, 2)), lambda: iter(range(2**70, 2**70 + 3)), lambda: reversed(range(4)), lambda: reversed((1, 2)),
    lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2, 3: 4}.values()), lambda: iter({1: 2, 3: 4}.items()), lambda: reversed({1: 2, 3: 4}), lambda: iter({5}),
    lambda: enumerate('ab', 7), lambda: zip('ab', [1, 2]), lambda: zip('ab', [1, 2], strict=True), lambda: map(abs, [-1, -2]), lambda: filter(None, [0, 1, 2])]
for make in makers:
    print(type(make()).__name__, list(copy.copy(half(make))), [list(pickle.loads(pickle.dumps(half(make), p))) for p in (0, 2, 5)])
    it = half(make)
    list(it)
    print(list(pickle.loads(pickle.dumps(it))), it.__reduce__()[1:] if not hasattr(it, '__next__') else '')
for make in makers[:10]:
    it = make()
    it.__setstate__(2)
    print(list(it), list(it))
    it = make()
    it.__setstate__(0)
    print(len(list(it)))
    try:
        make().__setstate__('a')
    except TypeError:
        print('TypeError')
print(iter([1, 2]).__reduce__()[1:], iter(range(5)).__reduce__()[1:], iter('').__reduce__()[1:], iter(abs, 3).__reduce__()[1:])
