class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def top(self):
        return self[-1]


class Counter(dict):
    def __missing__(self, key):
        return 0


class Money(int):
    def __repr__(self):
        return f"${int(self)}"

    def __add__(self, other):
        return Money(int(self) + int(other))


class AppError(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code


s = Stack([1]).push(2).push(3)
print(s, s.top(), len(s), s == [1, 2, 3], isinstance(s, list), type(s[:1]).__name__, sorted(s, reverse=True), s.pop())
c = Counter()
for ch in "hello":
    c[ch] += 1
print(c, c["zz"], len(c), dict(c) == c)
m = Money(5)
print(m, m + 2, m * 2, [m], str(m), m == 5, {5: "five"}[m], sum([m, m], Money(0)))
try:
    raise AppError(7, "more")
except AppError as error:
    print(error.code, error.args, error, repr(error))
