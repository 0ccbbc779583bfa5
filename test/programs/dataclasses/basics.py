from dataclasses import FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
import dataclasses
from typing import ClassVar, List


@dataclass
class Point:
    x: int
    y: int = 0
    tags: List[str] = field(default_factory=list)
    count: ClassVar[int] = 7

    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default='', compare=False, repr=False)


@dataclass
class Point3(Point):
    z: int = 5

    def __post_init__(self):
        self.total = self.x + self.y + self.z


@dataclass(kw_only=True)
class Config:
    name: str
    scale: InitVar[int] = 2
    size: int = field(init=False, default=1)

    def __post_init__(self, scale):
        self.size *= scale


p = Point(3, 4)
q = Point(3, 4)
p.tags.append('a')
print(p, q, p == q, p.norm(), Point.count, Point(1) == Point(1, 0), Point.__match_args__, [f.name for f in fields(p)])
v = Version(1, 2, 'x')
print(v, v < Version(1, 3), v == Version(1, 2, 'y'), hash(v) == hash(Version(1, 2)), sorted([Version(2), Version(1, 5)]), {v: 1}[Version(1, 2)])
c = Point3(1, 2)
print(c, c.total, asdict(c), astuple(c), replace(c, x=10), is_dataclass(c), isinstance(c, Point), Config(name='n', scale=5))
match c:
    case Point3(a, b):
        print('match', a, b)
for action in (lambda: Point(), lambda: Point(1, 2, [], 4), lambda: Point(1, w=2), lambda: Point(1, x=2), lambda: setattr(v, 'major', 2), lambda: Config('n'),
               lambda: Config(), lambda: hash(p), lambda: v < 3, lambda: field(default=1, default_factory=list), lambda: asdict(3), lambda: delattr(v, 'minor')):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Order:
        a: int = 1
        b: int
except TypeError as e:
    print(e)
