(1, 2) + (3,)
(1, 2) + [3]
(1,) * 3
3 * (1, 2)
(1,) * -1
(1,) * 1.5
() + ()
(1, 2, 3)[0]
(1, 2, 3)[-1]
(1, 2, 3)[5]
(1, 2, 3)['x']
(1, 2, 3)[1:]
(1, 2, 3)[::-1]
(1, 2) == (1, 2)
(1, 2) == (1.0, 2)
(1, 2) < (1, 3)
(1, 2) < (1,)
(1, 'a') < (1, 2)
(1,) == [1]
(1, 2).index(2)
(1, 2).index(3)
(1, 2, 2).count(2)
(1, 2).index(1, 1)
(1, 2).index(1, 'x')
2 in (1, 2)
'x' in (1, 2)
tuple('abc')
tuple([1, 2.5, True])
tuple(5)
tuple()
tuple(1, 2)
tuple(x=1)
hash((1, []))
()
(1,)
(1, (2, [3]))
len((1, 2))
(1, 2).x
t = (1, 2)
t += (3,)
t
t *= 2
t
t[0] = 1
del t[0]
range(5)
range(1, 10, 3)
range(10, 0, -3)
range(0)
range(1.5)
range()
range(1, 2, 3, 4)
range(1, 2, 0)
range(x=1)
list(range(1, 10, 3))
list(range(10, 0, -3))
list(range(5, 0))
len(range(1, 10, 3))
range(10)[3]
range(10)[-1]
range(10)[10]
range(10)['x']
range(10)[2:5]
range(10)[::-1]
range(10)[::3]
range(10, 0, -2)[1:3]
range(10) == range(0, 10)
range(0) == range(5, 2)
range(0, 3, 2) == range(0, 4, 2)
range(1) != range(2)
range(1) < range(2)
5 in range(10)
10 in range(10)
5.0 in range(10)
5.5 in range(10)
'a' in range(10)
4 in range(10, 0, -3)
True in range(5)
range(10).index(5)
range(10).index(11)
range(10).index(5.0)
range(10).index('x')
range(10).count(5)
range(10).count(50)
range(10).count(5.0)
range(10).start
range(10).stop
range(10).step
range(2 ** 70, 2 ** 70 + 3)
list(range(2 ** 70, 2 ** 70 + 3))
list(range(2 ** 63 - 2, 2 ** 63 + 2))
list(range(-2 ** 63, -2 ** 63 + 2))
len(range(2 ** 70))
range(2 ** 70)[2 ** 69]
range(2 ** 70)[-1]
2 ** 69 in range(2 ** 70)
range(2 ** 70).index(2 ** 69)
list(reversed(range(5)))
list(reversed(range(0)))
list(reversed(range(1, 10, 3)))
list(reversed(range(2 ** 70, 2 ** 70 + 3)))
range(True)
range(5) is range(5)
bool(range(0))
i = iter(range(3))
next(i)
i.__length_hint__()
list(i)
next(i)
slice(1)
slice(1, 2, 3)
slice(None)
slice()
slice(1, 2, 3, 4)
slice(1, 2).start
slice(1, 2).stop
slice(1, 2).step
slice(1, 2) == slice(1, 2)
slice(1, 2) < slice(1, 3)
slice(1, 2, 3).indices(10)
slice(None, None, -1).indices(5)
slice(5, -100, -1).indices(5)
slice(1, 2).indices(-1)
slice(1, 2).indices('x')
slice('a').indices(5)
hash(slice(1, 2))
hash(slice(1, 2, 3))
slice(1, 2, 0).indices(5)
x, y = (1, 2)
x, y = (1,)
x, y = 1, 2, 3
x, y = range(2)
x, y = range(3)
x, y = None
x, *y, z = range(5)
y
[1, 2, 3][slice(0, 2)]
list(enumerate('ab'))
list(enumerate('ab', 5))
list(enumerate('ab', start=2 ** 62 - 1))
enumerate()
enumerate(5)
enumerate([], 'x')
enumerate([], 1, 2)
list(zip([1, 2], 'ab'))
list(zip())
list(zip([1]))
list(zip([1, 2], 'abc', (5,)))
list(zip([1], [], strict=True))
list(zip([1], [2], [], strict=True))
list(zip([1], [2], [1, 2], strict=True))
list(zip([1, 2], [3, 4], strict=True))
zip(5)
zip([], foo=1)
list(map(str, [1, 2]))
list(map(len, ['a', 'bc']))
list(map(max, [2, 3], [3, 2, 1]))
map(str)
map(str, 5)
list(map(5, [1]))
list(filter(None, [0, 1, '', 'a']))
list(filter(bool, [0, 1, '', 'a']))
list(filter(len, ['', 'a']))
filter(None)
filter(None, 5)
reversed(5)
reversed({1})
reversed()
list(reversed('abc'))
list(reversed((1, 2)))
next(iter([]))
next([])
iter(5)
iter(5, 6)
z = zip([1, 2, 3], 'abc')
p = next(z)
q = next(z)
p
q
list(z)
next(z)
