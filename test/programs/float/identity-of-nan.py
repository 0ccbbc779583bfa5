"""Containers find a NaN by its identity, unboxed or not; each call of float makes another."""
nan = float("nan")
print(nan is nan, nan in [nan], [nan] == [nan], [nan].index(nan), (nan,) == (nan,), {nan: 1}[nan], nan in {nan})
print([float("nan")] == [float("nan")], float("nan") in [nan], nan == nan, [nan] != [nan], nan != nan)


def same(x):
    y = x
    return x is x, x is y, x is not x


print(same(1.5), same(nan), same(10**30), same("a"), same(5))
numbers = [nan, 2.5]
print(numbers[0] is numbers[0], numbers[1] is numbers[1], numbers[0] is nan, numbers.index(nan), numbers.count(nan))


class Point:
    def __init__(self, x):
        self.x = x


p = Point(nan)
print(p.x is p.x, [p.x] == [nan], p.x in [nan])
numbers.remove(nan)
print(numbers, len({nan, nan, float("nan")}), {"n": nan} == {"n": nan}, {1: nan} == {1: float("nan")})
