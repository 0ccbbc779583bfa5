t = 1, "a", 2.5
a, b, c = t
print(t, a, b, c, len(t), t[0], t[-1], t[1:], t + (4,), t * 2, () + (), (1,), "a" in t, t.index("a"), t.count(1))
first, *rest = range(5)
*init, last = "abc"
x, (y, *z), w = 1, (2, 3, 4), 5
print(first, rest, init, last, x, y, z, w)
a, b = b, a
print(a, b, (1, 2) < (1, 3), (1, 2) == (1, 2), hash((1, 2)) == hash((1, 2)), (1, (2, 3)) < (1, (2, 4)))
for bad in ("a, b = 1, 2, 3", "a, b, c = 1, 2"):
    try:
        if "3" in bad:
            a, b = 1, 2, 3
        else:
            values = [1, 2]
            a, b, c = values
    except ValueError as error:
        print(error)
try:
    t[0] = 2
except TypeError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)


def divide(a, b):
    return a // b, a % b


q, r = divide(17, 5)
print(q, r, divide(2 ** 70, 3), dict([(1, 2), (3, 4)]), {(1, 2): "x"}[(1, 2)])
