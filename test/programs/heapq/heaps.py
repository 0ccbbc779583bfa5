import heapq
import bisect
from heapq import heappush, heappop

heap = []
for x in [5, 3, 8, 1, 9, 2]:
    heappush(heap, x)
print(heap, [heappop(heap) for _ in range(6)])
pairs = [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'Z')]
heapq.heapify(pairs)
print(pairs, heapq.heappushpop(pairs, (2, 'x')), heapq.heapreplace(pairs, (0, 'q')), pairs)
floats = [2.5, -1.0, 7.25, 0.0]
heapq.heapify(floats)
floats.append(10**30)
heapq.heapify(floats)
print(floats, heapq.heappushpop([], 4), heapq.heappushpop([5], 4))
print(heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, 'hello', key=ord), list(heapq.merge([1, 4], [2, 3], [])))
print(list(heapq.merge([5, 3], [4, 1], reverse=True)), list(heapq.merge(['a', 'ccc'], ['bb'], key=len)))
for action in (lambda: heappop([]), lambda: heappush((), 1), lambda: heapq.heapify([1, 'a'])):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
items = [1, 3, 3, 5]
bisect.insort(items, 4)
print(items, bisect.bisect_left(items, 3), bisect.bisect(items, 3), bisect.bisect(items, 3.5), bisect.bisect_left(items, 9, 1, 3))
print(bisect.bisect_left(['a', 'bb', 'ccc'], 2, key=len), bisect.bisect([1.5, 2.5], 2.5), bisect.bisect((1, 2, 3), 2))
bisect.insort_left(words := ['aa', 'bb'], 'ab')
print(words)
try:
    bisect.bisect([1], 1, -1)
except ValueError as e:
    print(e)

for function in (heapq.nsmallest, heapq.nlargest):
    for count, values in ((-7, 2), (0, None), (0, [2, 1]), (1, 3)):
        try:
            print(function(count, values, key=print))
        except TypeError as error:
            print(error)


def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
for f in heapq.nsmallest, heapq.nlargest:
    t(f, 'abc', 'b')
    t(f, 'abc', iter('b'))
    t(f, 1.5, [1,2,3])
    t(f, 3.5, [1,2,3])
    t(f, 2, [3,1,2])
    t(f, 0, [3,1,2])
    t(f, -1, [3,1,2])
    t(f, -1, 5)
    t(f, 1, 5)
    t(f, 1, [])
    t(f, 2, (x for x in [5,3,7]))
    t(f, 1, ['a', 'bb', 'cc'], len)
    t(f, True, ['a', 'bb', 'cc'], len)
    t(f, None, [1])


