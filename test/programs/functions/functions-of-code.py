# types.FunctionType on a function's code; buffers as numbers and in bytes; which errors of a starred argument name the callee.
import types
def make(n):
    def add(a, b=2, *, c=3):
        "doc"
        return a + b + c + n
    return add
def copy(f, name=None):
    return types.FunctionType(f.__code__, f.__globals__, name or f.__name__, f.__defaults__, f.__closure__)
add = make(10)
g = copy(add, 'other')
g.__kwdefaults__ = add.__kwdefaults__
print(g.__name__, g.__qualname__, g(1), g(1, 5, c=1), g.__doc__, g.__module__)
print(add.__name__, add.__kwdefaults__, g.__defaults__, g == add, g.__code__ == add.__code__)
h = types.FunctionType(copy.__code__, globals(), argdefs=(add, None))
print(h(add)(1.5, c=2.5), h.__name__)
k = types.FunctionType(add.__code__, add.__globals__, 'k', (7, 8), make(100).__closure__, {'c': 0})
print(k(), k(1), k(1, 1, c=1))
def gen(n):
    for i in range(n): yield i * 'x'
print(list(copy(gen, 'gg')(3)), copy(gen, 'gg')(1).__name__)
for args in ((1, {}), (add.__code__, 1), (add.__code__, globals()), (add.__code__, globals(), 'x', None, ()), (add.__code__, globals(), 'x', None, (1,)), (add.__code__, globals(), 3), (add.__code__, globals(), None, 3), (add.__code__,), (gen.__code__, globals(), 'x', None, (1,))):
    try: print(types.FunctionType(*args))
    except Exception as e: print(type(e).__name__, e)
print(int(memoryview(b'12')), int(bytearray(b' -7 ')))
try: int(memoryview(b'x'))
except Exception as e: print(type(e).__name__, e)
b = bytearray(b'ab')
b.extend(b)
try: b += b
except BufferError as e: print(e, b)
e = bytearray(); e += e
b += b'c'; b += memoryview(b'de')
print(b, e, memoryview(b'b') in b)
import array
print(array.array('b', [98, 97]) in b, array.array('h', [1]) in b)
class F:
    m = copy(lambda self, x: (type(self).__name__, x), 'm')
print(F().m(3), F.m.__name__)
import heapq

def c(*a, **k): return a, k
class D:
    def m(self, *a, **k): return a, k
d = D()
x = 3
for f in (lambda: c(*x), lambda: c(1, *x), lambda: c(*x, 1), lambda: c(*x, *x), lambda: c(*[1], *x), lambda: c(k=1, *x), lambda: c(*x, **{}), lambda: c(1, *x, **{}), lambda: c(*x, k=2), lambda: c(1, *x, k=2), lambda: d.m(*x), lambda: d.m(1, *x), lambda: print(*x), lambda: print(1, *x), lambda: len(*x), lambda: D(*x), lambda: D(1, *x), lambda: c(**x), lambda: c(1, **x), lambda: c(a=1, **x), lambda: c(*(), **x), lambda: c(**{}, **x), lambda: d.m(**x), lambda: d.m(**{'a': 1}, **{'a': 2}), lambda: c(a=1, **{'a': 2}), lambda: c(**{1: 2}), lambda: [*x], lambda: (*x, 1), lambda: {*x}, lambda: {**x}, lambda: max(*x), lambda: max(1, *x), lambda: 'a'.join(*x), lambda: 'a'.join(1, *x), lambda: heapq.heapify(1), lambda: heapq.heappush(1, 2), lambda: heapq.heappop('a'), lambda: heapq.heapreplace({}, 1), lambda: heapq.heappushpop((), 1), lambda: 1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def gen(): yield 1
gen.__name__ = 'other'; gen.__qualname__ = 'a.b'
g = gen()
print(g.__name__, g.__qualname__, repr(g)[:20])
