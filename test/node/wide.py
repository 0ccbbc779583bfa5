"""Kinds of exports and values beyond the common ones."""
import enum
from collections import Counter, OrderedDict, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache, partial, wraps
from typing import Callable, ClassVar, Final, Iterator, Generator, NamedTuple, Optional, Protocol, TypedDict, Union, overload

MAX: Final = 10
Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]


class Tree(TypedDict, total=False):
    value: int
    left: "Tree"
    right: "Tree"


class Mood(enum.StrEnum):
    GOOD = "good"


class Level(enum.IntEnum):
    LOW = 1


class Money(NamedTuple):
    amount: float
    currency: str = "EUR"

    def doubled(self) -> "Money":
        return Money(self.amount * 2, self.currency)


class Named(Protocol):
    name: str

    def greet(self, n: int) -> str: ...


@dataclass(frozen=True)
class Version:
    major: int
    minor: int = 0


@dataclass(slots=True, kw_only=True)
class Config:
    name: str
    level: int = 3
    parent: Optional["Config"] = None


@dataclass
class Item:
    name: str
    tags: list[str] = field(default_factory=list)
    count: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Item.count += 1


class Animal:
    def __init__(self, name: str, /, *, legs: int = 4) -> None:
        self.name = name
        self.legs = legs

    def __len__(self) -> int:
        return self.legs


class ShopError(Exception):
    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def size(tree: Tree) -> int:
    return 1 + sum(size(tree[side]) for side in ("left", "right") if side in tree)


def leaves(x: Json) -> int:
    if isinstance(x, list):
        return sum(leaves(y) for y in x)
    return sum(leaves(y) for y in x.values()) if isinstance(x, dict) else 1


def money(x: Money) -> Money:
    return x.doubled()


def as_row(x: Money) -> tuple[float, str]:
    return x


def greeting(x: Named) -> str:
    return x.name + x.greet(2)


def mood() -> str:
    return Mood.GOOD


def level() -> int:
    return Level.LOW


def counts(words: list[str]) -> Counter[str]:
    return Counter(words)


def ordered():
    return OrderedDict(b=1, a=2)


def by_length(words: list[str]) -> defaultdict[int, list[str]]:
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        groups[len(word)].append(word)
    return groups


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x + x


def logged(f):
    @wraps(f)
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner


@logged
def decorated(a: int, b: int = 2) -> int:
    return a * 10 + b


@lru_cache(maxsize=None)
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


decorated_by_5 = partial(decorated, 5)
square = lambda x: x * x


def accumulate() -> Generator[int, int, str]:
    total = 0
    while (got := (yield total)) is not None:
        total += got
    return "sum " + str(total)


def fail(kind: str) -> None:
    if kind == "group":
        raise ExceptionGroup("many", [ValueError("a"), TypeError("b")])
    if kind == "os":
        open("/nowhere/at/all")
    raise ShopError("closed", 7)
