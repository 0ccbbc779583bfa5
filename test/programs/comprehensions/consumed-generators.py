# Generator expressions that a built-in function takes all items of: order of evaluation, early ends, sums of every kind, scopes.
def log(name, value):
    print(name, end=" ")
    return value


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(log("add", self.cents) + (other.cents if isinstance(other, Money) else other))

    __radd__ = __add__

    def __lt__(self, other):
        return log("lt", self.cents) < other.cents

    def __gt__(self, other):
        return log("gt", self.cents) > other.cents


print(sum(log("item", x) for x in log("iterable", [1, 2])), sum((Money(log("make", c)) for c in (3, 4)), 5).cents)
print(min(Money(c) for c in (2, 1, 3)).cents, max(Money(c) for c in (2, 1, 3)).cents)
source = iter([1, 5, 2, 7])
print(any(x > 4 for x in source), list(source), all(x < 4 for x in iter([1, 9, 2])), any(x for x in ()), all(x for x in ()))
big, tiny = 9223372036854775807, -9223372036854775808
for numbers in [], [big, big, -1], [tiny] * 3, [big, 0.5, 1], [0.1] * 10, [1e308, 1e308, -1e308], [float("inf"), 1.0], [1, True, 2.5]:
    print(sum(n for n in numbers), sum((n for n in numbers), 0.25), sum(-n for n in numbers if n), sum((n * 2 for n in numbers), big))


def floats(numbers):
    return sum(n * 0.5 for n in numbers), sum((n * 0.1 for n in numbers), 1), max(n * 0.5 for n in numbers)


def ints(numbers):
    return sum(n * 3 for n in numbers), sum(1 for _ in numbers), sum(n > 2 for n in numbers), min(-n for n in numbers), max(n % 3 for n in numbers)


print(floats([1, 2, 3]), floats([0.1] * 7), ints([1, 2, 3]), ints([big, big, tiny]), ints(range(10)))
print(list(x * y for x in range(3) for y in range(x) if y != 1), tuple(c for c in "abc"), set(x % 2 for x in range(9)), sorted(-x for x in (3, 1, 2)))
print(sorted((w for w in ["bb", "a"]), key=lambda w: len(w), reverse=False), "-".join(str(x) for x in range(4)), "".join(c for c in "x" if False) == "")


def scopes(x):
    makers = list(lambda: x * y for y in (1, 2))
    inner = sum(x for x in (10, 20))
    return [make() for make in makers], x, inner, makers[0].__qualname__, [f for f in (lambda: (lambda: v for v in x) for x in [[1]])][0]().__next__().__qualname__, sum(sum(x * y for y in range(3)) for x in range(4))


def steps(rows):
    for row in rows:
        yield sum(cell * 2 for cell in row), max(cell for cell in row)


def shadowed(any=len, items=("a", "b")):
    return any(list(x for x in items))


class Holder:
    values = [1, 2]
    total = sum(v for v in values)


print(scopes(7), list(steps([[1, 2], [3.5, 4]])), shadowed(), Holder.total)
