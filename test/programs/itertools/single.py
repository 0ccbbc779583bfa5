import itertools
import operator
from itertools import accumulate, batched, chain, compress, count, cycle, dropwhile, filterfalse, islice, pairwise, repeat, starmap, takewhile, zip_longest

print(list(islice(count(10, 3), 4)), list(islice(count(0.5, 0.25), 3)), count(5), count(1, 2), next(count(2**62 - 1)))
print(list(repeat('x', 3)), repeat(1, 2), repeat(None), list(islice(cycle('ab'), 5)), list(cycle([])))
print(list(chain('ab', [1], ())), list(chain.from_iterable(['xy', 'z'])), list(islice('abcdefgh', 1, 7, 2)), list(islice('abc', None)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, ''])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(compress('abcdef', [1, 0, 1, 0, 1])), list(accumulate([1, 2, 3, 4])))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2], initial=100)), list(accumulate([])), list(pairwise('abcd')), list(pairwise('a')))
print(list(batched('abcdefg', 3)), list(zip_longest('ab', [1, 2, 3], fillvalue='-')), list(zip_longest()))
for action in (lambda: islice([], -1), lambda: islice([], 0, 1, 0), lambda: list(batched('abc', 2, strict=True)), lambda: batched([], 0),
               lambda: count('a'), lambda: chain(1), lambda: list(chain(1)), lambda: cycle(), lambda: takewhile(1), lambda: islice([1], 'a'),
               lambda: itertools.product('a', repeat=-1), lambda: list(starmap(pow, [5])), lambda: itertools.combinations('a', -1)):
    try:
        print(list(action()) if False else type(action()).__name__)
    except Exception as e:
        print(type(e).__name__, e)
print(type(chain()), isinstance(chain(), chain), list(map(operator.add, [1], [2])) if hasattr(operator, 'add') else 0)
c = count()
print(next(c), next(c), list(zip(c, 'ab')), c)
