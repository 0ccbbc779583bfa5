# One function sees ints, floats and bools: each call keeps its own kind of number.
def poly(x):
    return x * x * 3 - 2 * x + 1


def mix(a, b, use_float):
    x = a
    if use_float:
        x = x + 0.5
    return x * b


print(poly(2), poly(2.0), poly(True), poly(10 ** 10), poly(-1.5), poly(2 ** 40))
print(mix(1, 2, False), mix(1, 2, True), mix(1.25, 4, False), mix(2 ** 70, 2, False), mix(3, 1.5, True))
values = [1, 2.5, True, 2 ** 65]
for v in values:
    print(poly(v), type(poly(v)).__name__)
total = 0
for v in values:
    total = total + v
    print(total, end="; ")
print()
