from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set, Sized
from collections import UserDict, UserList, UserString, OrderedDict, deque
import collections.abc


class Stack(collections.abc.MutableSequence):
    def __init__(self):
        self.items = []

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        self.items.insert(i, v)


class Lower(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k.lower()]

    def __setitem__(self, k, v):
        self.d[k.lower()] = v

    def __delitem__(self, k):
        del self.d[k.lower()]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


s = Stack()
s.extend([1, 2, 3])
s += [4]
s.reverse()
print(list(s), s.pop(), 3 in s, s.index(3), s.count(2))
m = Lower()
m['A'] = 1
m.update(b=2)
print(dict(m), m.get('B'), m.pop('a'), 'A' in m, list(m.items()), m == {'b': 2}, m.setdefault('C', 9))
print([isinstance(x, Iterable) for x in ([], 1, 'a', iter([]))], isinstance({}, Mapping), isinstance([], Sequence), isinstance(len, Callable))
print(isinstance((x for x in ()), Iterator), isinstance([], Hashable), isinstance('s', Collection), issubclass(set, Set), isinstance(deque(), Sized))
try:
    class Half(Mapping):
        def __len__(self):
            return 0
    Half()
except TypeError as e:
    print(e)
u = UserDict(a=1)
u['b'] = 2
print(u, UserList([1, 2]) + [3], UserString('hi').upper() + '!', len(u), u | {'c': 3})
