# Results take the place of operands that nobody needs any more, and never of those that somebody holds. Types are hidden from inference.
def hidden(value):
    return [value, None, "", 0][0]


def aliases(x, y):
    a = b = x
    a += y
    c = a
    c -= y
    d = c
    d *= y
    e = d
    e /= y
    f = (x + y) * (x - y) / y + x - y * x
    x += x
    y = y * y + y
    return b, a, c, d, e, f, x, y


def strings(s, t):
    a = b = s
    a += t
    c = a
    for _ in range(3):
        a += t
        a = a + t
    s += s
    return b, a, c, s, t


def inplace(make):
    value = make()
    held = value
    value += make()
    return held is value, held == value, len(held)


def divisions(x, y):
    a, b = x, x
    a //= y
    b %= y
    return x // y, x % y, a, b


def failing(x, y):
    for test in (lambda: x + y, lambda: x // 0, lambda: x % 0):
        try:
            print(test())
        except Exception as error:
            print(type(error).__name__, error)
    try:
        x += y
    except TypeError as error:
        print(error)
    try:
        x %= y - y if isinstance(y, int) else y
    except Exception as error:
        print(error)


print(aliases(hidden(1.5), hidden(0.25)), aliases(hidden(3), hidden(2)), aliases(hidden(2.5), hidden(3)), aliases(hidden(True), hidden(4)))
big = hidden(4611686018427387903)
print(aliases(big, hidden(2)), aliases(-big - 1, big), aliases(big * 4, hidden(1.0)))
print(strings(hidden("ab"), hidden("c")), strings(hidden(""), hidden("é")), strings(hidden("x"), hidden("€")))
print(inplace(lambda: [1, 2]), inplace(lambda: (1, 2)), inplace(lambda: "ab"), inplace(lambda: b"a"))
for x in (7, -7, 0, big, -big - 1, 7.5, -7.5, True, big * 8):
    print([divisions(hidden(x), hidden(y)) for y in (2, -2, 3, big, -big - 1, 2.5, -1)])
for x, y in ((1, "a"), ("a", 1), (1.5, None), ([], 2)):
    failing(hidden(x), hidden(y))
numbers = [hidden(0.5)] * 3
numbers[0] += 1.0
total = numbers[1]
total += numbers[2]
print(numbers, total, [a < b for a in (1, 1.5, float("nan"), "a") for b in (2, 1.5, float("nan")) if type(a) is not str])
