"""Plane geometry."""
from typing import Optional

PI = 3.14159
ORIGIN = (0, 0)
_private = 1

def add(a: int, b: int) -> int:
    """Adds two ints."""
    return a + b

def scale(xs: list[float], factor: float = 2.0) -> list[float]:
    return [x * factor for x in xs]

def greet(name: str, *, punctuation: str = "!") -> str:
    return "Hello, " + name + punctuation

def find(d: dict[str, int], key: str) -> Optional[int]:
    return d.get(key)

def fail(n):
    if n == 0:
        raise ValueError("deep trouble")
    fail(n - 1)

def apply(f, x):
    return f(x)

def count(n: int):
    for i in range(n):
        yield i

class Point:
    """A point."""
    def __init__(self, x: float, y: float = 0.0):
        self.x = x
        self.y = y
    def norm(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def moved(self, dx: float) -> "Point":
        return Point(self.x + dx, self.y)
    @property
    def double(self) -> float:
        return self.x * 2
    @staticmethod
    def origin() -> "Point":
        return Point(0.0)
    def __repr__(self):
        return f"Point({self.x}, {self.y})"

class P3(Point):
    def __init__(self, x: float, y: float, z: float):
        super().__init__(x, y)
        self.z = z

class GeoError(Exception):
    def __init__(self, message, code):
        super().__init__(message)
        self.code = code

def boom():
    raise GeoError("geo", 7)

def far(p: Point) -> float:
    return p.norm()


class Counter:
    made = 0
    kinds = ["a", "b"]

    def __init__(self, start: int = 0, *, step: int = 1):
        self.value = start
        self._step = step

    def __len__(self):
        return self.value

    def __iter__(self):
        return iter(range(self.value))

    def __str__(self):
        return "Counter of " + str(self.value)

    def next(self, times: int = 1) -> int:
        self.value += self._step * times
        return self.value

    @classmethod
    def of(cls, start: int) -> "Counter":
        return cls(start)


class Mixin:
    def hello(self) -> str:
        return "hello"


class Both(Counter, Mixin):
    pass


registry = {}


def remember(name: str, p: Point) -> None:
    registry[name] = p


def recall(name: str) -> Point:
    return registry[name]


def forget() -> None:
    registry.clear()


def class_of(x):
    return type(x)


def is_point(x) -> bool:
    return isinstance(x, Point)


def adder(n: int):
    def add_n(x):
        return x + n
    return add_n


def call(f, *args, **kwargs):
    return f(*args, **kwargs)


def same(a, b) -> bool:
    return a is b


def echo():
    got = None
    while got != "stop":
        got = yield got
    return "done"


def guarded(f):
    try:
        return f()
    except ValueError as e:
        return "ValueError: " + str(e)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def chained():
    try:
        fail(0)
    except ValueError as e:
        raise KeyError("outer") from e


def leave(code):
    import sys
    sys.exit(code)


def forever(n: int) -> int:
    return forever(n + 1) + 1
