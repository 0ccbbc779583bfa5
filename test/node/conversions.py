"""One function for each kind of value."""
from typing import Annotated, Any, Callable, Iterable, Literal, Optional, TypedDict, Union

CONSTANT = 42
RATIO = 1.5
NAMES = ("a", "b")
_hidden = 1


class Options(TypedDict, total=False):
    width: int
    label: str


def same(x):
    return x


def kind(x) -> str:
    return type(x).__name__


def show(x) -> str:
    return repr(x)


def int_(x: int) -> int:
    return x


def next_int(x: int) -> int:
    return x + 1


def big(x: Annotated[int, "bigint"]) -> Annotated[int, "bigint"]:
    return x + 1


def float_(x: float) -> float:
    return x


def bool_(x: bool) -> bool:
    return not x


def str_(x: str) -> str:
    return x


def length(x: str) -> int:
    return len(x)


def points(x: str) -> list[int]:
    return [ord(c) for c in x]


def text(xs: list[int]) -> str:
    return "".join([chr(x) for x in xs])


def none(x: None) -> None:
    return x


def bytes_(x: bytes) -> bytes:
    return x + b"!"


def zeros(n: int) -> bytes:
    return b"\0" * n


def floats(xs: list[float]) -> float:
    total = 0.0
    for x in xs:
        total += x
    return total


def ints(xs: list[int]) -> int:
    total = 0
    for x in xs:
        total += x
    return total


def strings(xs: list[str]) -> list[str]:
    return [x.upper() for x in xs]


def pair(p: tuple[int, str]) -> tuple[str, int]:
    return p[1], p[0]


def row(xs: tuple[int, ...]) -> int:
    return len(xs)


def table(d: dict[str, list[int]]) -> dict[str, int]:
    return {key: sum(value) for key, value in d.items()}


def squares(n: int) -> dict[int, int]:
    return {i: i * i for i in range(n)}


def members(s: set[int]) -> set[int]:
    return {x + 1 for x in s}


def maybe(x: Optional[int]) -> str:
    return "nothing" if x is None else str(x)


def either(x: Union[int, str]) -> str:
    return "int" if isinstance(x, int) else "str"


def number(x: int | float) -> str:
    return type(x).__name__


def direction(x: Literal["left", "right", 3]) -> str:
    return str(x)


def options(o: Options) -> str:
    return ",".join(sorted(o.keys()))


def each(xs: Iterable[int]) -> list[int]:
    return [x * 10 for x in xs]


def twice(f: Callable[[int], int], x: int) -> int:
    return f(f(x))


def whatever(x: Any) -> Any:
    return x


def huge() -> int:
    return 2**70


def odd_keys() -> dict:
    return {"__proto__": 1, "b": 2}


def mixed_keys() -> dict:
    return {1: "a", "b": 2}
