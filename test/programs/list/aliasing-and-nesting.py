grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
shared = [[0] * 2] * 3
shared[0][0] = 1
print(grid, shared)
a = [1, 2]
a.append(a)
print(a, a[2][2][0], len(a))
b = [1, [2, [3, [4]]]]
c = b[:]
c[1][0] = "changed"
c[0] = "own"
print(b, c, b == c, b[1] is c[1])
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9], [1, "a"] == [1, "a"], [[1]] != [[1]])
try:
    [1] < ["a"]
except TypeError as error:
    print(error)
total = 0
for row in [[1, 2], [3], []]:
    for x in row:
        total += x
print(total, sum([[1], [2, 3]], []))
