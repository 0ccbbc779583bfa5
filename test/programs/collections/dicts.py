from collections import ChainMap, Counter, OrderedDict, defaultdict

groups = defaultdict(list)
for word in 'the quick brown fox jumps over the lazy dog'.split():
    groups[len(word)].append(word)
print(groups, groups.default_factory, 99 in groups, groups.get(99))
counts = defaultdict(int, a=1)
counts['b'] += 2
print(counts, counts | {'c': 3}, counts.copy(), type(counts), isinstance(counts, dict))
counts.default_factory = None
for action in (lambda: counts['z'], lambda: defaultdict(1)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
tree = lambda: defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
print(list(t['a']), t['a']['b']['c'])
o = OrderedDict(a=1, b=2)
o['c'] = 3
o.move_to_end('a')
print(o, o.popitem(last=False), o == OrderedDict(a=1, c=3), o == {'a': 1, 'c': 3}, list(reversed(o)))
o.move_to_end('a', last=False)
print(o, OrderedDict())
try:
    o.move_to_end('zz')
except KeyError as e:
    print(e)


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            self.popitem(last=False)


lru = LRU(2)
for i in range(5):
    lru[i] = i * i
print(lru, ChainMap({'a': 1}, {'a': 2, 'b': 3}), dict(ChainMap({'a': 1}, {'a': 2, 'b': 3})))
