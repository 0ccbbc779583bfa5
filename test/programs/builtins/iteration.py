print(list(enumerate("ab")), list(enumerate("ab", start=5)), list(zip([1, 2], "ab", (3.5, None))), list(zip([1, 2, 3], "a")))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(lambda x: x > 1, [1, 2, 3])), list(reversed([1, 2, 3])), list(reversed("ab")))
print(sorted([3, 1, 2]), sorted("cab", reverse=True), sorted({3: 1, 1: 2}), list("abc"), tuple([1]), set([1, 1]), dict(zip("ab", [1, 2])))
print(len("abc"), len([]), len({1: 2}), len(range(7)), len((1,)), list(range(3)), [*range(2), *"ab"], {**{1: 2}, 3: 4}, (*[1], 2))
print(isinstance(1, int), isinstance("a", (int, str)), issubclass(bool, int), type(1) is int, type([]).__name__, type(None).__name__)
print(next(iter("a")), list(zip(*[(1, 2), (3, 4)])), list(map(str, range(3))), " ".join(map(str, [1.5, None])), id(5) == id(5))
it = zip(range(3), iter([1, 2]))
print(next(it), list(it), list(enumerate([])), list(map(int, "123")), sum(map(len, ["a", "bb"])), repr("a'b"), ascii("é"))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
print(hash("a") == hash("a"), callable(len), repr(len), str(print), repr(int), [int, str])
