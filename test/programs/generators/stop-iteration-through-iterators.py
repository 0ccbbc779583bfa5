# StopIteration of what an iterator is made of goes through it, with its value; who takes all items sees an end.
from itertools import accumulate, chain, islice, starmap, takewhile


class Ends:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(42)


def returns():
    return 43
    yield


def stops(*args):
    raise StopIteration(7)


makers = [enumerate, zip, chain, accumulate]
makers += [lambda it: map(str, it), lambda it: filter(None, it), lambda it: islice(it, 5), lambda it: takewhile(bool, it)]
for make in makers:
    for source in (Ends(), returns()):
        try:
            next(make(source))
        except StopIteration as stop:
            print(stop.args, end=' ')
print()
for made in (map(stops, [1]), filter(stops, [1]), starmap(stops, [(1,)])):
    try:
        next(made)
    except StopIteration as stop:
        print(stop.args, end=' ')
print(list(map(stops, [1])), sum(map(stops, [3])), next(map(stops, [1]), 'default'), max(map(stops, [1]), default=3))
iterators = [iter([1, 2]), iter([3])]
while len(row := list(map(next, iterators))) == 2:
    print(row)
for item in map(next, [iter([1]), iter([]), iter([2])]):
    print(row, item)
try:
    list(zip([1], Ends(), strict=True))
except ValueError as error:
    print(error)


def delegates():
    print((yield from map(stops, [1])), (yield from enumerate(Ends())))


print(list(delegates()))
