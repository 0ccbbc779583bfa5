{1, 2, 3}
{5, 1, 9, 17, 33}
{100, 50, 25, 12, 6, 3, 1}
set([5, 1, 9, 17, 33])
{3, 1, 2} | {10, 20}
set(range(20))
set([1000, 2000, 3000, 4000, 5000, 6000, 7000])
frozenset([1000, 2000, 3000, 4000, 5000, 6000, 7000])
{-1, -2, -3, 0, 1}
{2 ** 61, 2 ** 62, 2 ** 63, -2 ** 63}
{1.5, 2.5, 1, 2}
{(1, 2), (3, 4), (1,)}
{True, 1, 1.0}
{None, 1}
a = {1, 2}
a.add(3)
a.add(2)
a.add([])
a
a.discard(9)
a.discard([])
a.discard(1)
a.remove(1)
a.remove([])
a.remove(2)
a
a.pop()
a.pop()
set()
frozenset()
a
a.update([1, 2], (3,), {4: 5})
a
a.update(5)
a.update()
a |= {9}
a |= [1]
a -= {1}
a &= {2, 3, 9, 11}
a ^= {2, 77}
a
a & {3}
a - {3}
a ^ {3, 4}
a | {5}
a | [5]
a & [5]
a < {1}
a <= a
a < a
a > set()
a >= {3}
a == {3, 9, 77}
a != {3}
a == 5
a < 5
a.union([1], [2])
a.union()
a.union(5)
a.intersection([3, 9], [9])
a.intersection()
a.intersection(5)
a.difference([3], [9])
a.difference()
a.difference(5)
a.symmetric_difference([3, 4])
a.symmetric_difference()
a.issubset([3, 9, 77, 1])
a.issuperset([3])
a.isdisjoint([1])
a.isdisjoint([3])
a.issubset(5)
a.isdisjoint(5)
a.intersection_update([3, 9])
a
a.difference_update([3])
a
a.symmetric_difference_update([9, 10])
a
a.copy()
a.clear()
a
len({1, 2})
1 in {1, 2}
[] in {1}
{1} in {frozenset([1])}
hash({1})
hash(frozenset([1, 2, 3]))
hash(frozenset())
hash(frozenset(range(100)))
hash(frozenset([(1, 2), 3]))
hash((1, 2, 3))
hash(())
hash((1, (2, (3,))))
hash(range(5))
hash(range(0))
hash(range(1, 2, 7))
frozenset([1]) | {2}
{1} | frozenset([2])
frozenset([1]) == {1}
frozenset([1]).add
frozenset([1]).copy()
frozenset(frozenset([1]))
frozenset([3, 1])
set(5)
set(1, 2)
set(x=1)
frozenset(1, 2)
frozenset([[]])
b = set(range(100))
b -= set(range(3, 97))
b
b = set(range(50))
b.difference_update(range(10, 50))
b
b.add(64)
b.add(128)
b
c = set()
c.add(8)
c.add(16)
c.add(24)
c.add(0)
c.add(32)
c.add(40)
c
c.discard(0)
c.add(48)
c.add(0)
c
c.pop()
c.pop()
c.add(3)
c
d = {1, 2, 3}
e = iter(d)
next(e)
d.add(10)
next(e)
next(e)
e = iter(d)
e.__length_hint__()
next(e)
list(e)
next(e)
d == {1, 2, 3, 10}
set('a')
{'a'} & {'b'}
sorted({'c', 'a', 'b'})
{1} < {1, 2}
{1, 2} - {1: 5}
{1, 2}.difference({1: 5})
{1, 2}.union({3: 5})
{1, 2}.symmetric_difference({3: 5})
{1, 2} & {1: 2}.keys()
set(range(10)) - set(range(5))
set(range(0, 1000, 100)) | set(range(0, 500, 50))
set(range(0, 1000, 100)) & set(range(0, 500, 50))
set(range(0, 1000, 100)) ^ set(range(0, 500, 50))
