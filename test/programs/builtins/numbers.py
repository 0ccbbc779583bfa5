print(abs(-5), abs(-2.5), abs(-(2 ** 70)), min(3, 1, 2), max([1, 5, 3]), min("b", "a"), max([], default=0), min([3, -4], key=abs))
print(sum([1, 2, 3]), sum([0.1, 0.2]), sum([], 5), sum(range(10 ** 6)), sum([2 ** 62, 2 ** 62, 2 ** 62]), pow(2, 10), divmod(-7, 2))
print(round(2.5), round(3.14159, 2), round(-1.5), round(10 ** 20, -19), bin(5), oct(8), hex(255), chr(8364), ord("€"))
print(int("7"), float("2.5"), complex(1, 2), bool("x"), complex("1+2j") * 2, abs(3 + 4j), (1 + 2j).conjugate())
print(all([1, 2]), all([]), any([0, ""]), any([]), max("apple", "fig", key=len), max((1, "b"), (1, "a")))
for bad in (lambda: max([]), lambda: sum(["a"]), lambda: ord("ab"), lambda: chr(-1), lambda: abs("a"), lambda: round("a"), lambda: min(1), lambda: max(1, "a")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
