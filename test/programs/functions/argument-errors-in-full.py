# argument TypeErrors
def f(a, b, /, c, d=4, *, e, g=7): return a, b, c, d, e, g
def tryit(fn, *a, **k):
    try: print(fn(*a, **k))
    except TypeError as e: print(e)
tryit(f); tryit(f, 1); tryit(f, 1, 2, 3); tryit(f, 1, 2, 3, 4, 5); tryit(f, 1, 2, 3, 4, 5, e=1); tryit(f, 1, 2, 3, e=1, a=5); tryit(f, 1, 2, c=3, e=5, zz=1); tryit(f, 1, 2, 3, c=4, e=1); tryit(f, 1, 2, e=2)
tryit(f, a=1, b=2, c=3, e=4); tryit(lambda: 0, 1); tryit(lambda x: x); tryit(lambda *, k: k)
class C:
    def m(self, a): return a
    @classmethod
    def cm(cls, a): return a
    @staticmethod
    def sm(a): return a
    def __init__(self, q=0): pass
    def __call__(self, z): return z
tryit(C().m); tryit(C.m); tryit(C.cm); tryit(C.sm); tryit(C, 1, 2); tryit(C()); tryit(C().m, 1, 2); tryit(C, w=1)
tryit(len); tryit(len, 1, 2); tryit(len, 5); tryit(int, 1, 2, 3); tryit(int, [], ); tryit(str, 1, 2, 3, 4); tryit(list, 1); tryit(list, 1, 2); tryit(dict, 1); tryit(isinstance, 1); tryit(isinstance, 1, 2); tryit(sorted); tryit(sorted, [1], 2); tryit(max); tryit(max, 1); tryit(abs, 'a'); tryit(ord, 'ab'); tryit(chr, 'a'); tryit(range); tryit(range, 'a'); tryit(sum, 1); tryit(zip, 1); tryit(map, 1); tryit(print, sep=1); tryit(getattr, 1); tryit(hasattr, 1, 2); tryit(pow, 1); tryit(divmod, 1); tryit(round, 'a'); tryit(bytes, 'a'); tryit(float, []); tryit(set, 1); tryit(tuple, 1); tryit(iter, 1); tryit(next, 1); tryit(hash, []); tryit(''.join, [1]); tryit('a'.split, 1); tryit('a'.replace, 'a'); tryit([].append); tryit([].append, 1, 2); tryit({}.get); tryit([].index, 1) if 0 else None; tryit([].sort, 1); tryit({}.update, 1); tryit({}.pop); tryit('x'.format) ; tryit(5); tryit(None); tryit('str'); tryit([1]); tryit(type, 1, 2)
