a = {1, 2, 3, 4}
b = {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a, a <= b, {3} < a, a >= {1}, a == {4, 3, 2, 1}, a.isdisjoint({9}))
a.add(5)
a.discard(1)
a.discard(100)
a.remove(2)
print(sorted(a), len(a), 3 in a, set(), {*a} == a, sorted(set("hello")), bool(set()))
a |= {7, 8}
a &= {3, 7, 8, 9}
a ^= {3, 10}
a -= {8}
print(sorted(a), a.union([1], (2,)) == {1, 2, 7, 10}, a.intersection([7]), a.difference([7]), a.symmetric_difference([7, 1]) == {1, 10})
f = frozenset([1, 2])
print(f, f | {3}, type(f | {3}).__name__, {f: "ok"}[frozenset((2, 1))], hash(f) == hash(frozenset([2, 1])))
for bad in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[1]}, lambda: {1} + {2}):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(sorted({x % 7 for x in range(100)}), sorted({(i, j) for i in range(2) for j in range(2)}))
seen = set()
unique = []
for x in [3, 1, 3, 2, 1]:
    if x not in seen:
        seen.add(x)
        unique.append(x)
print(unique)
