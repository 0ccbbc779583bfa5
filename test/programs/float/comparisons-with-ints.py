big = 2 ** 53
print(float(big) == big, float(big) == big + 1, big + 1 > float(big), 1.0 == 1, 1 < 1.5 < 2, 2 ** 2000 > 1e308)
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan > 1, nan in [nan], [nan] == [nan], max(1.0, nan), min(nan, 1.0))
print(10 ** 400 > float("inf"), -(10 ** 400) < -float("inf"), 0.0 == -0.0, 1e16 == 10 ** 16, 1e23 == 10 ** 23)
print(sorted([3, 1.5, -2, 0.0, True, 2 ** 70, -1e30]), sum([0.1] * 10), sum([1, 2.5, 3]), sum([1e100, 1.0, -1e100]))


def mean(values):
    total = 0
    for value in values:
        total += value
    return total / len(values)


print(mean([1, 2, 3]), mean([1.5, 2, 3]), mean([2 ** 64, 2 ** 64]), mean([True, False]))
