"""Values of every kind, in every protocol: the bytes are CPython's, and loading gives equal values."""
import collections
import hashlib
import pickle
from fractions import Fraction


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f'Point({self.x!r}, {self.y!r})'

    class Inner:
        pass


class Numbers(list):
    pass


class Code(int):
    pass


Pair = collections.namedtuple('Pair', 'u v')
values = [
    None, True, 0, -1, 255, 256, 65536, 2**31, -2**100, 2**3000, 1.5, -0.0, '', 'h\xe9\u20ac\U0001f600\n', b'', b'abc\xff', bytearray(b'xy'), (), (1,), (1, 2, 3, 4),
    [1], [1, 'a', 'a'], {}, {'a': 1, 'b': [2]}, set(), {1}, frozenset([3]), range(3), slice(1, 2, None), 2 + 3j, ..., int, len, Point, Point.Inner, Point(1, 'q'),
    Numbers([1, 2]), Code(7), Pair(1, 2), ValueError('boo', 3), collections.OrderedDict(a=1), collections.defaultdict(list, {1: [2]}), collections.deque([1, 2], 5),
    collections.Counter('aab'), list(range(1005)), 'x' * 70000, Fraction(1, 3), ValueError, type(None)]
for protocol in range(6):
    for value in values:
        data = pickle.dumps(value, protocol)
        print(protocol, len(data), hashlib.md5(data).hexdigest()[:8], repr(pickle.loads(data))[:40])
    x = [1]
    x.append(x)
    y = pickle.loads(pickle.dumps(x, protocol))
    print(y[1] is y)
