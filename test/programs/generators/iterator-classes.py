class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Pairs:
    def __init__(self, xs):
        self.xs = xs

    def __iter__(self):
        for i in range(len(self.xs) - 1):
            yield self.xs[i], self.xs[i + 1]


print(list(Countdown(4)), sum(Countdown(5)), [a + b for a, b in Pairs([1, 2, 3])], 2 in Countdown(5), max(Countdown(3)))
for x in Countdown(3):
    print(x, end=" ")
a, b, c = Countdown(3)
print(a, b, c, dict(zip("ab", Countdown(5))), list(zip(Countdown(3), Pairs("xyz"))), sorted(Countdown(4)))
it = iter([1, 2, 3, 4])
print(next(it), list(zip(it, it)), next(it, None), list(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)))
for bad in (lambda: iter(5), lambda: next([]), lambda: [x for x in None], lambda: list(zip([1], 2))):
    try:
        bad()
    except TypeError as error:
        print(error)
