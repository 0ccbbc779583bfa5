class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def __add__(self, other):
        if not isinstance(other, Vec):
            return NotImplemented
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


a, b = Vec(1, 2), Vec(3, 4.5)
print(a + b, a * 3, 3 * a, -a, a @ b, abs(Vec(3, 4)), bool(Vec(0, 0)), sum([a, b]), not a)
alias = a
a += b
print(a, alias is a)
for bad in (lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a < b, lambda: +a, lambda: a & 1):
    try:
        bad()
    except TypeError as error:
        print(error)
