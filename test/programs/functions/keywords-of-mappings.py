from collections.abc import Mapping
class Multi(Mapping):
    def __init__(self, items): self._items = items
    def __iter__(self): return (k for k, v in self._items)
    def __getitem__(self, key):
        print('get', key)
        for k, v in self._items:
            if k == key: return v
        raise KeyError(key)
    def __len__(self): return len(self._items)
    def keys(self): return [k for k, v in self._items]
def g(x, *args, **kw): print(x, args, sorted(kw.items()))
def attempt(f):
    try: f()
    except TypeError as e: print(e)
    except RuntimeError as e: print(type(e).__name__, e)
attempt(lambda: g(**Multi([('x', 1), ('y', 2)])))
attempt(lambda: g(**Multi([('x', 1), ('x', 2)])))
attempt(lambda: g(a=3, **Multi([('x', 1), ('x', 2)])))
attempt(lambda: g(a=3, **Multi([('a', 1)])))
attempt(lambda: g(a=3, **Multi([(4, 1), (4, 2)])))
attempt(lambda: g(a=3, **{4: 5}))
attempt(lambda: g(a=3, **Multi([(5, 1)])))
attempt(lambda: g(1, **3))
