# Taking all items of an object of the program's: when it is asked for its length.
from collections import deque, Counter
from array import array
class L:
    def __init__(self, n): self.n = n
    def __iter__(self):
        print('iter')
        return iter(range(self.n))
    def __len__(self):
        print('len')
        return self.n
class G(L):
    def __getitem__(self, i):
        print('get', i)
        if i >= self.n: raise IndexError
        return i
class S:
    def __len__(self):
        print('len')
        return 2
    def __getitem__(self, i):
        print('get', i)
        if i >= 2: raise IndexError
        return i
class I:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 2: raise StopIteration
        return self.i
    def __length_hint__(self):
        print('hint')
        return 3
for C in (lambda: L(2), lambda: G(2), S, I):
    a = []
    for name, f in {'list': list, 'tuple': tuple, 'extend': a.extend, 'set': set, 'sorted': sorted, 'sum': sum, 'star': lambda x: [*x], 'startuple': lambda x: (*x,), 'iadd': a.__iadd__, 'bytes': bytes, 'bytearray': bytearray, 'dict': lambda x: dict.fromkeys(x), 'map': lambda x: list(map(int, x)), 'zip': lambda x: list(zip(x)), 'enum': lambda x: list(enumerate(x)), 'comp': lambda x: [y for y in x], 'call': lambda x: max(*x), 'unpack': lambda x: [p for p in [x] for q, r in [p]], 'starunpack': lambda x: [q for q, *r in [x]], 'slice': lambda x: a.__setitem__(slice(0, 1), x), 'join': lambda x: ''.join(x), 'any': any, 'min': min, 'in': lambda x: 5 in x, 'deque': deque, 'Counter': Counter, 'array': lambda x: array('i', x), 'reversed': lambda x: list(reversed(x)), 'bool': bool, 'frozenset': frozenset, 'iter': lambda x: list(iter(x)), 'f': lambda x: f'{len(x)}'}.items():
        print(name)
        try: r = f(C())
        except Exception as e: print(type(e).__name__, e)


class BadLen:
    def __iter__(self): return iter(range(3))
    def __len__(self): raise RuntimeError('hello')


class BadHint:
    def __iter__(self): return iter(range(3))
    def __length_hint__(self): raise RuntimeError('hint')


for bad in BadLen, BadHint:
    for function in bytearray(b'ab').extend, [].extend, bytes, bytearray, tuple, set:
        try:
            print(function(bad()))
        except RuntimeError as error:
            print(error)
