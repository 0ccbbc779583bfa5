a = {}
a['x'] = 1
a[1] = 'one'
a[1.0] = 'float'
a[True] = 'true'
a
a[(1, 2)] = [3]
a[None] = None
a
a[2.5]
a['y']
a[[]]
a[[]] = 1
del a['y']
del a[1]
del a[[]]
a
a.get('x')
a.get('q')
a.get('q', 5)
a.get([])
a.get()
a.setdefault('x', 9)
a.setdefault('new', 9)
a.setdefault('none')
a
a.pop('new')
a.pop('new')
a.pop('new', 7)
a.pop()
a.pop([], 1)
a.popitem()
a
{}.popitem()
{}.pop(1)
len(a)
'x' in a
5 in a
[] in a
a.keys()
a.values()
a.items()
list(a)
list(a.items())
list(reversed(a))
list(reversed(a.items()))
list(reversed(a.values()))
b = a.copy()
b == a
b is a
b['z'] = 1
b == a
b != a
a < b
a == 5
{1: 2} == {1: 2.0}
{1: 2} == {1: 3}
{1: 2} == {2: 2}
b.clear()
b
b.update({1: 2})
b.update([(3, 4), [5, 6]])
b.update(x=7)
b.update({8: 9}, y=10)
b.update('ab')
b.update(['ab', 'cd'])
b.update([1])
b.update([(1, 2, 3)])
b.update([(1,)])
b.update(5)
b.update(1, 2)
b.update([([], 1)])
b
dict()
dict(a=1, b=2)
dict([(1, 2)], c=3)
dict({1: 2})
dict(5)
dict(1, 2)
dict.fromkeys([1, 2, 3])
dict.fromkeys('ab', 0)
dict.fromkeys()
dict.fromkeys(5)
dict.fromkeys([[]])
{1: 2} | {3: 4}
{1: 2} | {1: 4}
{1: 2} | [(1, 2)]
[(1, 2)] | {1: 2}
c = {1: 2}
c |= {3: 4}
c |= [(5, 6)]
c |= 5
c
d = {}
d[1] = d
d
d == d
hash({})
{}.x
e = {1: 'a', 2: 'b', 3: 'c'}
e.keys() & {1, 2, 9}
e.keys() | [4]
e.keys() - {1}
e.keys() ^ {1, 7}
{1, 7} & e.keys()
{1, 7} | e.keys()
{1, 7} - e.keys()
[1] & e.keys()
e.keys() | 5
e.items() & {(1, 'a')}
e.keys() == {1, 2, 3}
e.keys() < {1, 2, 3, 4}
e.keys() >= {1}
e.keys() == [1, 2, 3]
e.keys() < 5
e.keys().isdisjoint([4])
e.keys().isdisjoint([1])
e.keys().isdisjoint(5)
1 in e.keys()
'a' in e.values()
(1, 'a') in e.items()
(1, 'b') in e.items()
(1,) in e.items()
([], 1) in e.items()
len(e.keys())
e.keys()[0]
hash(e.keys())
e.items() == e.items()
e.keys() == e.keys()
e.values() == e.values()
repr(e.keys())
f = iter(e)
next(f)
e[10] = 1
next(f)
next(f)
f = iter(e.items())
next(f)
x = next(f)
y = next(f)
x
y
f.__length_hint__()
next(f)
next(f)
next(f)
f = iter(e)
next(f)
del e[10]
e[11] = 5
next(f)
next(f)
next(f)
next(f)
g = {0: 0, 1: 1, 2: 2}
f = reversed(g)
next(f)
g[5] = 1
next(f)
h = {}
h[9223372036854775807] = 1
h[2 ** 61 - 1] = 2
h[0] = 3
h[-1] = 4
h[-2] = 5
h[2 ** 61] = 6
h[1] = 7
h[2 ** 200] = 8
h
h[2 ** 61 - 1]
h[-1]
h[2.0 ** 61]
i = {'a': 1, 'b': [1, {'c': (2,)}]}
i
i.__getitem__('a')
i.__contains__('a')
i.__setitem__('q', 1)
i.__delitem__('q')
i.__len__()
i.__init__(z=5)
i
dict.get(i, 'a')
dict.get(5, 'a')
x, y = {1: 2, 3: 4}
x
list(enumerate({5: 6}))
list(zip({1: 2}, {3: 4}.values()))
