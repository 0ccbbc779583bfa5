class Box:
    pass


def trace(name, value):
    print(name, end=" ")
    return value


a = b = c = [0]
b.append(1)
print(a, a is c)
box = Box()
box.x = box.y = 5
box.x += 2
xs = [1, 2, 3]
xs[0], box.y, (m, *n) = 10, 20, "pqr"
print(xs, box.x, box.y, m, n)
xs[trace("index", 1)] += trace("value", 100)
print(xs)
d = {}
d["k"] = d["j"] = 1
d["k"] <<= 4
d["j"] |= 6
print(d)
i = 0
i, xs[i] = 1, "first"
print(i, xs)
x = 7
x -= 2; x *= 3; x //= 2; x **= 2; x %= 10; x ^= 3; x &= 6; x >>= 1
print(x)
y: int = 5
z: "undefined annotation"
x /= 2
print(x, y)
s = "a"
s += "b"
s *= 2
print(s)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as error:
    print(error, t)
first, second = second, first = 1, 2
print(first, second)
[p, q], r = (1, 2), 3
for box.x in range(3):
    pass
for xs[0], (u, v) in [(1, (2, 3))]:
    pass
print(p, q, r, box.x, xs, u, v)
del xs[0], box.x, d["k"]
print(xs, vars(box), d)
