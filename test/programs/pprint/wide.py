from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from pprint import pformat, pp, pprint
from types import SimpleNamespace


@dataclass
class Box:
    name: str
    items: list


pprint([1, 2, 3])
pprint({'b': list(range(30)), 'a': 'x' * 100, 'c': {'z': 'hello world ' * 9, 'y': [('a', 1)] * 8}}, width=60)
pprint('hello world ' * 12)
pprint([['a' * 30, 'b' * 30, 'c' * 30]], indent=4)
pprint({'a': {'b': {'c': 1}}, 'd': (1, (2, [3]))}, depth=2)
pprint({'k': ['some text here'] * 8, 'n': [list(range(9))] * 5}, compact=True)
pprint([Box('a' * 30, ['b' * 30] * 3), Counter({'a' * 40: 1, 'b' * 40: 3}), defaultdict(list, {'a': ['c' * 30] * 3})])
pprint([OrderedDict({'a' * 40: 1, 'b' * 40: 3}), deque(['d' * 30] * 3), deque(['d' * 30] * 3, 3)])
pprint(((1,), ('e' * 40,) * 2, ('f' * 90,)))
pprint({'b': 1, 'a': 2}, sort_dicts=False)
pp({'b': 1, 'a': 2})
pprint(frozenset(range(30)), width=30)
pprint({'x' * 30, 'y' * 30, 'z' * 30})
pprint(b'ab' * 60)
pprint(SimpleNamespace(a='x' * 50, b='y' * 50))
pprint({'a b': 1, 3: 2, None: 1, (1, 2): 3})
pprint(10_000_000, underscore_numbers=True)
print(pformat({'text': 'one two\nthree ' * 8}, width=40))
