"""Shapes for every kind of export.

The second paragraph ends a comment: */
"""
from typing import Annotated, Callable, Generic, Iterable, Iterator, Literal, Optional, TypedDict, TypeVar

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
