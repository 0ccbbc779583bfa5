a = [1, 2, 3]
a.append(2.5)
a
a.append(True)
a.extend('xy')
a.extend((1, 2))
a.extend(range(3))
a.extend([7])
a.extend({1: 2})
a.extend(5)
a
b = []
b.append(True)
b.append(False)
b
b.insert(1, True)
b * 3
b.append(1)
b
b = []
b.extend(range(5))
b[1:3] = [9.5]
b
b[1:1] = range(3)
b[::2] = [0, 0, 0, 0]
b
b[::2] = [0]
b[::2] = 5
b[0:1] = 5
b[5:2] = [1, 2, 3]
b
del b[::2]
b
del b[1:3]
b
del b[-1]
del b[100]
b['x']
b[1.5]
b['x'] = 1
del b['x']
b[100] = 1
b[10 ** 30]
b[10 ** 30:]
b[-10 ** 30:10 ** 30:2]
b[::0]
b['a':]
c = list(range(10))
c[2:8:2]
c[8:2:-2]
c[::-1]
c[-3:]
c[:-3]
c[20:]
del c[8:2:-2]
c
c[::-1] = c
c
c[1:2] = c
c
c[:] = []
c
c.pop()
c.append(1.5)
c.append(2)
c
c.pop(0)
c.pop(5)
c.pop(-5)
c.pop('x')
c.clear()
c
c.append('s')
c.append(None)
c.insert(100, 1)
c.insert(-100, 2)
c.insert('x', 2)
c
c.remove('s')
c.remove('s')
c
d = [3, 1, 2, 3, 3]
d.index(3)
d.index(3, 1)
d.index(3, 1, 3)
d.index(3, -1)
d.index(3, 0, -3)
d.index(3.0)
d.index('q')
d.index(7)
d.index(3, 'x')
d.index()
d.count(3)
d.count(True)
d.count('x')
d.reverse()
d
d.copy()
d.copy() is d
d.sort()
d
d.sort(reverse=True)
d
d.sort(key=str)
d
d.sort(1)
d.sort(foo=1)
d.sort(key=5)
e = ['b', 1]
e.sort()
e
e = [1.5, 2, True, -1]
e.sort()
e
e = ['é', 'z', 'a', '日', 'ab']
e.sort()
e
e = [(1, 'b'), (1, 'a'), (0, 'z'), (1,)]
e.sort()
e
e = [[2], [1, 5], [1]]
e.sort()
e
e.sort(key=len)
e
e.sort(key=len, reverse=True)
e
e = [True, False, True]
e.sort()
e
e.sort(reverse=True)
e
e.sort(key=str)
e
[1, 2] + [3]
[1] + [1.5]
[1] + 'a'
[1] + (1,)
[1] * 2.0
[1] * 'x'
[1, 'a'] * 3
3 * [1.5]
[1] * -1
[1] * True
[1] * 10 ** 30
[True] * 3
['x'] * 2
[None] * 3
f = [1]
f += [2]
f += 'ab'
f += 5
f
f *= 2
f
f *= 1.5
f *= 0
f
f *= 5
f
[1, 2] == [1, 2]
[1, 2] == [1.0, 2.0]
[1, 2] == [True, 2]
[1, 2] != [1, 2, 3]
[1, 2] < [1, 3]
[1, 2] < [1, 2, 3]
[1, 2] >= [1]
[] < [1]
[1] < ['a']
[1] == 5
[1] < 5
[1, 'a'] < [1, 'b']
[2] > [1, 5]
1 in [1, 2]
1.0 in [1, 2]
True in [1, 2]
'a' in [1, 2]
'a' in ['b', 'a']
None in [1, None]
2.5 in [2.5]
5 not in [1.5]
[9223372036854775807, 1]
[9223372036854775807, 9223372036854775808]
g = [9223372036854775807]
g.append(1)
g
g.append(-9223372036854775808)
g
g[0] + 1
g.append(2 ** 63)
g
g.sort()
g
h = []
h.append(h)
h
h.append(1)
h == h
repr(h)
list()
list(5)
list('abc')
list((1, 2))
list([1, 2], 3)
list(x=1)
list({1: 2})
list({5})
hash([])
[].x
len([1, 2])
i = list(range(3))
i[0] = 1.5
i
i[1] = 'x'
i
j = [1.5, 2.5]
j[0] = 1
j
k = [True, False]
k[0] = 1
k
k = [1.5] * 3
k[0] = 2.5
k
l = [0] * 4
l[2] = 5
l
l[2] = 2 ** 70
l
l[2] // 2
l[1:3]
del l[:]
l
l += (1, 2.5)
l
l.__len__()
l.__contains__(1)
l.__getitem__(0)
l.__add__([1])
l.__mul__(2)
l.__eq__([1])
l.__init__([4, 5])
l
list.append(l, 6)
l
list.append(5, 6)
list.append()
list.append(l)
l.append()
l.append(1, 2)
l.pop(1, 2)
l.insert(1)
x, y = [1, 2]
x
y
x, y = [1]
x, y = [1, 2, 3]
x, *y = [1, 2, 3]
y
x, *y, z = [1]
*x, y = 'abc'
x
x, y = 5
x, (y, z) = 1, (2, 3)
z
list(reversed([1, 2, 3]))
list(reversed([]))
m = iter([1, 2])
next(m)
next(m)
next(m)
next(m, 'end')
n = [1, 2]
m = iter(n)
next(m)
next(m)
n.append(3)
next(m)
next(m, 0)
n.append(4)
next(m, 0)
m.__length_hint__()
iter(n).__length_hint__()
[float('nan')] == [float('nan')]
o = float('nan')
[o] == [o]
o in [o]
[0.0] == [-0.0]
[1, 2, 3][True]
[[]] * 2
p = [[]] * 2
p[0].append(1)
p
