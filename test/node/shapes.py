"""Shapes for every kind of export.

The second paragraph ends a comment: */
"""
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, AsyncIterator, Awaitable, Callable, Generic, Iterable, Iterator, Literal, Optional, TypedDict, TypeVar

T = TypeVar("T")
Pair = tuple[int, int]
UNIT = 1.0
NAMES: list[str] = ["a"]


class Style(TypedDict, total=False):
    """How to draw."""

    color: str
    width: float


class Shape:
    """Something with an area."""

    sides = 0

    def __init__(self, name: str, tags: Optional[list[str]] = None):
        """Makes a shape."""
        self.name = name
        self.tags: list[str] = tags or []

    def area(self) -> float:
        """Its area."""
        return 0.0

    @property
    def title(self) -> str:
        """Name in capitals."""
        return self.name.upper()

    @staticmethod
    def unit() -> "Shape":
        return Shape("unit")

    @classmethod
    def named(cls, name: str) -> "Shape":
        return cls(name)

    def _hidden(self) -> int:
        return 1


class Circle(Shape):
    def __init__(self, radius: float):
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return 3.0 * self.radius**2


class ShapeError(ValueError):
    pass


def first(xs: list[T]) -> T:
    """The first of them.

    Raises IndexError where there is none.
    """
    return xs[0]


def corners(origin: Pair, size: Pair = (1, 1)) -> list[Pair]:
    return [origin, (origin[0] + size[0], origin[1] + size[1])]


def draw(shape: Shape, style: Style, *, align: Literal["left", "right"] = "left", depth: int = 0) -> str:
    return shape.name + align


def group(shapes: Iterable[Shape], key: Callable[[Shape], str]) -> dict[str, list[Shape]]:
    result: dict[str, list[Shape]] = {}
    for shape in shapes:
        result.setdefault(key(shape), []).append(shape)
    return result


def lookup(table: dict[int, str], *keys: int) -> set[str]:
    return {table[key] for key in keys}


def countdown(n: int) -> Iterator[int]:
    while n:
        yield n
        n -= 1


def serial(n: Annotated[int, "bigint"]) -> Annotated[int, "bigint"]:
    return n


def maybe(x: int | None, y: str | int) -> bool | None:
    return None if x is None else True


def raw(data: bytes) -> bytes:
    return data


def untyped(a, b=1, *args, **kwargs):
    return a


def reserved(default: int, new: int) -> None:
    pass


def delete(x: int) -> int:
    return x


async def later(x: int) -> str:
    return str(x)


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    """A place."""

    x: float
    y: float = 0.0

    def moved(self, dx: float, dy: float = 0.0) -> "Point":
        return Point(self.x + dx, self.y + dy)


class Box(Generic[T]):
    def __init__(self, value: T):
        self._value = value

    @property
    def value(self) -> T:
        return self._value

    @value.setter
    def value(self, value: T) -> None:
        self._value = value

    def __iter__(self) -> Iterator[T]:
        yield self._value


async def ticks(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


# tauraro: background
def slow(n: int) -> int:
    return n * n


def window(data: memoryview, start: int) -> memoryview:
    return data[start:]


def adder(n: int) -> Callable[[int], int]:
    return lambda x: x + n


def mixed(colour: Color, point: Point, names: frozenset[str], sizes: dict[Literal["a", "b"], int], *, when: Optional[Callable[[], None]] = None) -> tuple[Color, Point, int]:
    if when is not None:
        when()
    return colour, point, len(names) + sum(sizes.values())


async def relay(source: Awaitable[int]) -> int:
    return await source + 1
