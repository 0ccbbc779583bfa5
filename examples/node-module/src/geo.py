"""Plane geometry, compiled to a Node module."""
from typing import Iterator, Optional


class Point:
    """A point of the plane."""

    def __init__(self, x: float, y: float):
        self.x = x
        self.y = y

    def distance(self, other: "Point") -> float:
        """How far the other point is."""
        return ((self.x - other.x) ** 2 + (self.y - other.y) ** 2) ** 0.5

    def __repr__(self) -> str:
        return f"Point({self.x}, {self.y})"


def area(polygon: list[Point]) -> float:
    """The area of a simple polygon.

    Raises ValueError for less than three corners.
    """
    if len(polygon) < 3:
        raise ValueError("a polygon has at least three corners")
    total = 0.0
    previous = polygon[-1]
    for point in polygon:
        total += previous.x * point.y - point.x * previous.y
        previous = point
    return abs(total) / 2


def nearest(points: list[Point], target: Point, *, within: Optional[float] = None) -> Optional[Point]:
    """The point nearest to the target; none where all are farther away than `within`."""
    best: Optional[Point] = None
    limit = within
    for point in points:
        distance = point.distance(target)
        if limit is None or distance <= limit:
            best, limit = point, distance
    return best


def grid(width: int, height: int) -> Iterator[Point]:
    for y in range(height):
        for x in range(width):
            yield Point(float(x), float(y))


def mean(xs: list[float]) -> float:
    total = 0.0
    for x in xs:
        total += x
    return total / len(xs)
