print(True + True, True * 10, -True, ~False, True / 2, True // 1, True << 3, sum([True, False, True]))
print(True == 1, False == 0.0, True is True, isinstance(True, int), type(True), type(True + 0))
print(True & False, True | 2, True ^ True, type(True & True), type(True & 1), bool([]), bool("a"), bool(0.0))
print(str(True), repr(False), f"{True:d} {True} {False!r:>7}", int(True), float(True), {True: "a", 1: "b"})
print([10, 20][True], "ab"[False], max(True, 2), min(False, -1), sorted([True, False, 2, -1]))


def flag(x):
    return x > 3


total = 0
for i in range(10):
    total += flag(i)
print(total, not total, not 0, not None)
