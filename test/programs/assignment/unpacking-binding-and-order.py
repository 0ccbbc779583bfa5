# unpack, star, decorators, walrus, global, nonlocal, del
a, b = b, a = 1, 2
print(a, b)
(a, [b, *c]), d = (1, [2, 3, 4]), 5; print(a, b, c, d)
*a, = 'xyz'; print(a)
a, *b, c = range(5); print(a, b, c)
for i, (j, *k) in [(1, (2, 3, 4)), (5, (6,))]: print(i, j, k)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, c = 1, 2
except ValueError as e: print(e)
try: a, *b, c = (1,)
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
print([*range(3), *'ab'], (*[1], 2), {*[1, 2], 3}, {**{'a': 1}, 'b': 2, **{'a': 3}})
def f(*a, **k): return a, k
print(f(*[1, 2], 3, *(4,), x=1, **{'y': 2}, **{'z': 3}))
try: f(**{'a': 1}, **{'a': 2})
except TypeError as e: print(e)
try: f(*5)
except TypeError as e: print(e)
try: f(**5)
except TypeError as e: print(e)
try: f(**{1: 2})
except TypeError as e: print(e)
def deco(n):
    def w(fn):
        def inner(*a): return (n, fn(*a))
        inner.__name__ = fn.__name__
        return inner
    return w
@deco(1)
@deco(2)
def g(x): return x
print(g(5), g.__name__)
if (n := len('abc')) > 2: print(n)
print([y := 5, y ** 2], y, [last := v for v in range(3)], last)
while (q := next(iter([0]), 0)): pass
total = 0
def gl():
    global total, newg
    total += 1; newg = 'made'
gl(); print(total, newg)
def outer():
    x = 1
    def mid():
        nonlocal x
        def inn():
            nonlocal x
            x += 1
            return x
        return inn()
    return mid(), x
print(outer())
x = [1, 2, 3]; del x[0], x[-1]; print(x)
del x
try: x
except NameError as e: print(e)
def d1():
    z = 1
    del z
    try: z
    except UnboundLocalError as e: print(e)
    def cap(): return w
    w = 1; del w
    try: cap()
    except NameError as e: print(e)
d1()
def ub():
    print(total2)
    total2 = 1
try: ub()
except UnboundLocalError as e: print(e)
def defaults(a, b=[], *, c={}): b.append(a); c[a] = 1; return b, c
defaults(1); print(defaults(2), defaults.__defaults__, defaults.__kwdefaults__)
fs = [lambda: i for i in range(3)]; print([h() for h in fs])
fs = [lambda i=i: i for i in range(3)]; print([h() for h in fs])
x = y = z = []; x.append(1); print(y, z is x)
i = 0
lst = [0, 0]
i, lst[i] = 1, 2; print(i, lst)
def order(tag, v): print(tag, end=' '); return v
order('a', [0])[order('b', 0)] = order('c', 1); print()
print(order('x', 1) + order('y', 2) * order('z', 3))
order('f', print)(order('1', 1), *order('2', [2]), sep=order('3', '-'))
{order('k1', 1): order('v1', 2), order('k2', 1): order('v2', 2)}; print()
1 < order('m', 5) < order('n', 3) < order('never', 1); print()
class CB:
    loc = [i for i in range(3)]
    total = sum(x for x in loc)
    def m(self): return [self.q for _ in 'ab']
    q = 3
    if True: cond = 1
    for k in range(2): pass
    del k
print(CB.loc, CB.total, CB().m(), CB.cond, hasattr(CB, 'k'))
