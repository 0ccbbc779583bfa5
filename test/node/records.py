"""Dataclasses and enums."""
from dataclasses import dataclass, field
from enum import Enum, IntEnum


class Color(Enum):
    RED = 1
    GREEN = 2


class Level(IntEnum):
    LOW = 1
    HIGH = 3


@dataclass
class Item:
    """Something for sale."""

    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list)

    def total(self, count: int) -> float:
        return self.price * count


@dataclass
class Sale(Item):
    count: int = 1

    def sum(self) -> float:
        return self.total(self.count)


class Plain:
    size = 1

    def __init__(self, size: int):
        self.size = size


def mix(a: Color) -> Color:
    return Color.GREEN if a is Color.RED else Color.RED


def level(n: int) -> Level:
    return Level.HIGH if n > 1 else Level.LOW


def cheapest(items: list[Item]) -> Item:
    return min(items, key=lambda item: item.price)
