from collections import namedtuple
import collections

Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._replace(x=5), p._asdict(), Point._fields, Point._make([3, 4]), Point.__name__, Point)
x, y = p
print(x + y, len(p), hash(p) == hash((1, 2)), isinstance(p, tuple), Point.__doc__, p + (3,), max(Point(1, 2), Point(0, 5)))
Account = namedtuple('Account', ['owner', 'balance'], defaults=[0])
print(Account('me'), Account._field_defaults, Account(balance=3, owner='you'))
print(namedtuple('R', 'a class a', rename=True)._fields)


class Vector(namedtuple('Vector', 'a b')):
    def __add__(self, other):
        return Vector(self.a + other.a, self.b + other.b)

    @property
    def norm(self):
        return (self.a ** 2 + self.b ** 2) ** 0.5


v = Vector(3, 4) + Vector(0, 0)
print(v, v.norm, sorted([Vector(2, 1), Vector(1, 2)]))
match p:
    case Point(x=1, y=b):
        print('matched', b)
for action in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(1, x=1), lambda: Account(), lambda: p._replace(q=1),
               lambda: namedtuple('1x', 'a'), lambda: namedtuple('X', 'a a'), lambda: namedtuple('X', '_a'), lambda: Point._make([1]), lambda: namedtuple('X', 'def')):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
try:
    p.x = 5
except AttributeError as e:
    print('AttributeError')
