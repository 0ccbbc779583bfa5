"""What counts as a sequence or a mapping for patterns."""
import array
import collections
import collections.abc
import types


class Two(collections.abc.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return [1, 2][i]


class One(collections.abc.Mapping):
    def __len__(self):
        return 1

    def __getitem__(self, k):
        return {'a': 1}[k]

    def __iter__(self):
        return iter('a')


class Registered:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (5, 6)[i]


collections.abc.Sequence.register(Registered)


def look(x):
    match x:
        case [a, b]:
            return 'sequence', a, b
        case {'a': v, **rest}:
            return 'mapping', v, rest
        case _:
            return None


class Join(list):
    def __iter__(self):
        return iter('iter')


for x in (Two(), One(), Registered(), collections.deque([1, 2]), collections.UserList([1, 2]), collections.UserDict(a=1), array.array('i', [1, 2]),
          types.MappingProxyType({'a': 1}), collections.OrderedDict(a=1, b=2), range(2), 'ab', b'ab', bytearray(b'ab'), memoryview(b'ab'), {1, 2},
          iter([1, 2]), collections.ChainMap({'a': 1}), collections.defaultdict(int, a=1), Join([1, 2]), None):
    print(type(x).__name__ if not isinstance(x, types.MappingProxyType) else 'proxy', look(x))
print(','.join(Join(['a'])))


class Bytes(bytearray):
    pass


print(Bytes(b'x'), Bytes())
