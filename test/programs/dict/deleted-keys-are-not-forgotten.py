"""A key that is deleted and put back while the dict is iterated over is a change of keys."""
for view in (lambda d: d, dict.values, dict.items):
    d = {0: 0}
    try:
        for _ in view(d):
            del d[0]
            d[0] = 0
    except RuntimeError as error:
        print(error)


class Counting(int):
    hashed = 0

    def __hash__(self):
        Counting.hashed += 1
        return int(self)


d = dict.fromkeys(map(Counting, range(10)))
print(Counting.hashed)
s = set(d)
s.symmetric_difference_update(d)
s = set(d) - d.keys()
dict.fromkeys(set(d), 1)
print(Counting.hashed, s)
stack = {}
for i in range(100):
    stack[i] = i
    if i % 3:
        del stack[i]
while stack:
    print(stack.popitem()[0], end=" ")
stack[1] = 2
print(stack)
