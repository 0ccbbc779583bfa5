for r in (range(5), range(2, 8), range(10, 0, -3), range(0), range(5, 5), range(0, 10, 20), range(-3, 3, 2)):
    print(r, len(r), list(r), 3 in r, r[::-1], bool(r), sum(r))
print(range(10)[3], range(10)[-1], range(0, 100, 7).index(21), range(5) == range(0, 5, 1), 2.0 in range(3), "a" in range(3))
print(range(2 ** 70, 2 ** 70 + 3)[1], len(range(2 ** 62)), list(range(2 ** 63 - 2, 2 ** 63 + 2)), range(1, 4).count(2))
for bad in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(3)[3], lambda: range("a")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
total = 0
for i in range(10, -11, -1):
    total = total * 2 + i
print(total, i)
for i in range(3):
    i = i * 10
    print(i, end=" ")
print(max(range(5)), min(range(3, 9, 2)), list(reversed(range(4))), list(enumerate(range(5, 7), 1)))
