x = "outer"
print([x for x in range(3)], x)
print([(a, b) for a in range(3) for b in range(a)], [[r * c for c in range(3)] for r in range(3)])
print({k: [v for v in range(k)] for k in range(3)}, {a % 3 for a in range(10)} == {0, 1, 2})
print([a for a in range(20) if a % 2 if a % 3], [y for row in [[1, 2], [3]] for y in row], [a if a > 2 else -a for a in range(5)])
n = 3
print([(lambda: i * n)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])


class Holder:
    size = 3
    squares = [v * v for v in range(size)]


print(Holder.squares, [c for c in "abc" if c != "b"], [i := 5, i + 1], [(p, q) for p, q in {"a": 1}.items()])


def matrix(n):
    return [[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)]


def transpose(m):
    return [[row[i] for row in m] for i in range(len(m[0]))]


print(matrix(2), transpose([[1, 2, 3], [4, 5, 6]]), sum(sum(row) for row in matrix(5)))
try:
    [1 // d for d in (1, 0)]
except ZeroDivisionError as error:
    print(error)
