# A list that begins with ints gets floats, strings, big ints: same answers.
def grow(first, second, count):
    xs = []
    for i in range(count):
        xs.append(first if i % 3 else second)
    return xs


ints = [1, 2, 3]
ints.append(2.5)
ints[0] = "one"
ints.append(2 ** 80)
ints += [None, True]
print(ints)
floats = [0.5] * 3
floats[1] = 7
floats.append(1.5)
print(floats, sum(floats), [type(x).__name__ for x in floats])
flags = [True] * 4
flags[2] = 0
flags.append(False)
print(flags, [x + 1 for x in flags])
print(grow(1, 2, 7), grow(1, 2.0, 7), grow(0.5, "x", 7), grow(2 ** 62, 2 ** 63, 4), grow(True, 1, 5))
total = 0
big = [2 ** 61, 2 ** 61, 2 ** 62, -5]
for b in big:
    total += b
print(total, max(big), min(big), sorted(big))
