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
for expr in [lambda: 1 + 'a', lambda: 'a' + 1, lambda: [] + (), lambda: 1 < 'a', lambda: [] < 1, lambda: -'a', lambda: ~1.5, lambda: 'a' * 'b', lambda: 1 @ 2, lambda: 1[0], lambda: [1]['a'], lambda: 'a'[1.0], lambda: {}[[]], lambda: (1,)['x'], lambda: 1 in 1, lambda: 'a' in 1, lambda: 1 in 'a', lambda: 5 % 'a', lambda: '%d' % 'a', lambda: '%s %s' % 1, lambda: '%s' % (1, 2), lambda: len(5), lambda: [1, 2][::0], lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 % 0, lambda: 0 ** -1, lambda: 1 << -1, lambda: 2.0 << 1, lambda: int('1x'), lambda: float('a'), lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: 'a'.index('b'), lambda: ''.encode('nope'), lambda: b'\xff'.decode(), lambda: chr(-1), lambda: chr(0x110000), lambda: [1, 2, 3][5], lambda: (1,)[5], lambda: 'a'[3], lambda: range(3)[5], lambda: next(iter([])), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: min([]), lambda: {1: 2}[3], lambda: object() + 1, lambda: object() < object(), lambda: {} < {}, lambda: 1j < 2, lambda: sum(['a']), lambda: ''.join([1]), lambda: complex('x'), lambda: bytes([256]), lambda: bytes(-1), lambda: isinstance(1, 'a'), lambda: issubclass(1, int), lambda: [*1], lambda: {**1}, lambda: print(*1), lambda: list(5), lambda: 'abc'.foo, lambda: [].foo, lambda: print.foo, lambda: int.foo, lambda: (lambda: 0).foo, lambda: 10 ** 400 * 1.0, lambda: float(10 ** 400), lambda: int(float('nan')), lambda: int(float('inf')), lambda: round(float('inf')), lambda: '{} {}'.format(1), lambda: '{a}'.format(), lambda: '{'.format(), lambda: '{0} {}'.format(1, 2), lambda: f'{5:s}', lambda: f'{"a":d}', lambda: format([], '5'), lambda: 'a'.zfill(), lambda: 'abc'.center('a')]:
    try: print(expr())
    except Exception as e: print(type(e).__name__, e)
