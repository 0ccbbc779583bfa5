from collections import deque
import collections

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(9)
print(d, len(d), d[0], d[-1], d.maxlen, type(d), list(reversed(d)))
d.rotate(1)
print(d)
d.rotate(-2)
print(d, 3 in d, d.index(4), d.count(2))
for action in (lambda: d[10], lambda: d.remove(99), lambda: d.index(99), deque().pop, deque().popleft, lambda: d.insert(0, 1), lambda: deque(5),
               lambda: deque([], -1), lambda: hash(d), lambda: d + [1]):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
print(deque('abc') + deque('d'), deque('ab') * 2, 2 * deque('a'), deque([1]) < deque([2]), deque([1]) == deque([1]), deque([1]) == [1])
e = deque(range(5))
e[2] = 'x'
del e[0]
e.extendleft('pq')
e.insert(1, 'i')
e.remove(3)
e.reverse()
e += 'z'
e.extend(e)
print(e, e.copy() == e, bool(deque()))
e.clear()
e.append(e)
print(e)
queue = deque()
total = 0
for i in range(1000):
    queue.append(i)
    if i % 3 == 0:
        total += queue.popleft()
print(total, len(queue), collections.deque is deque)
