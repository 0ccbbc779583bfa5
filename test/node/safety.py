"""What the safety tests call: everything an export can be."""
from typing import Callable, Iterable, Optional

LIMIT = 3


class Box:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


class Noisy:
    log: list[str] = []

    def __init__(self, name: str):
        self.name = name
        self.held = None

    def __del__(self):
        Noisy.log.append(getattr(self, "name", "?"))


def log() -> list[str]:
    return list(Noisy.log)


def add(a: int, b: int) -> int:
    return a + b


def ratio(a: float, b: float) -> float:
    return a / b


def upper(s: str) -> str:
    return s.upper()


def both(a: bool, b: Optional[int] = None) -> bool:
    return a and b is not None


def data(b: bytes) -> int:
    return len(b)


def mean(xs: list[float]) -> float:
    return sum(xs) / len(xs)


def words(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def pairs(xs: list[tuple[int, str]]) -> set[int]:
    return {x for x, _ in xs}


def each(xs: Iterable[int], f: Callable[[int], int]) -> list[int]:
    return [f(x) for x in xs]


def anything(x, *rest, key=None, **more):
    return [x, rest, key, more]


def make(n: int):
    for i in range(n):
        yield Box(i)


def deep(n: int) -> int:
    return 0 if n == 0 else 1 + deep(n - 1)


def endless(n: int) -> int:
    return endless(n + 1) + 1


def bounce(f, n: int):
    return f(n)


def protected(f) -> str:
    try:
        f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"
    return "nothing"


def again(f):
    """What f raises, as a value."""
    try:
        f()
    except Exception as e:
        return e


def chained(f):
    try:
        f()
    except Exception as e:
        raise ValueError("wrapped") from e


def busy(n: int) -> int:
    total = 0
    for i in range(n):
        total = (total * 31 + i) % 1000003
    return total


def cycle():
    a = Box(None)
    b = Box(a)
    a.value = b
    return a


state = {"count": 0}


def tick() -> int:
    state["count"] += 1
    return state["count"]
