from collections import ChainMap, Counter, OrderedDict, deque, namedtuple
from collections.abc import MutableMapping

o = OrderedDict(a=1, b=2)
print(o.keys(), o.values(), o.items(), dict(o).keys())
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print({'z': 0, 'a': 9} | m, m | {'c': 4}, m.items(), m.keys(), list(m.values()), isinstance(m, MutableMapping), m == {'a': 1, 'b': 3}, m.pop('a'), m)
m.update(q=1)
print(m.setdefault('b', 5), m.setdefault('n', 6), m, type(Counter(a=2).elements()).__name__, list(Counter(a=2, b=-1, c=1).elements()))
point = namedtuple('P', 'x y')(1, 2)
print(type(iter(deque())), type(reversed(deque())))
for make in (lambda: setattr(point, 'x', 3), lambda: delattr(point, 'x'), lambda: OrderedDict({}, {}), lambda: 3 | m, lambda: m | 3):
    try:
        print(make())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)

# Views of ordered dicts have types of their own.
from collections import OrderedDict

ordered = OrderedDict(a=1)
print(type(ordered.keys()), type(ordered.values()), type(ordered.items()), type(ordered.keys()).__base__, ordered.items(), ordered.values())
print(ordered.keys() & {'a'}, sorted(ordered.keys() | {'b'}), ordered.items() - {('a', 1)}, ordered.keys() == {'a': 2}.keys(), {'a'} & ordered.keys(), 'a' in ordered.keys())
print(isinstance(ordered.keys(), type({}.keys())), list(reversed(ordered.items())), [*ordered.values()], ordered.keys() ^ {'a', 'c'}, ('a', 1) in ordered.items())
