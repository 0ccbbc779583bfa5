# What operator.length_hint knows.
from operator import length_hint
from collections import deque
from itertools import repeat
for x in (iter([1, 2, 3]), iter((1, 2)), iter(range(5)), iter({1: 2}), iter({1, 2}), iter({1: 2}.values()), reversed([1, 2]), iter(deque([1, 2])), reversed(deque([1])), repeat(None, 7), iter('abc'), reversed(range(4)), iter(b'ab'), (i for i in 'a'), map(len, [])):
    print(length_hint(x, -1))
class H:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): raise RuntimeError('hint')
class Said:
    def __init__(self, said): self.said = said
    def __length_hint__(self):
        if isinstance(self.said, type): raise self.said('hint')
        return self.said
for said in (5, True, -1, 'a', NotImplemented, TypeError, RuntimeError):
    try: print(length_hint(Said(said), 3))
    except Exception as e: print(type(e).__name__, e)
try: length_hint([], 'a')
except TypeError as e: print(e)
