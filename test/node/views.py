"""Memory that both sides see."""
from typing import Callable

kept: list[memoryview] = []


def total(xs: memoryview) -> float:
    return sum(xs)


def loop_total(xs: memoryview) -> float:
    result = 0.0
    for x in xs:
        result += x
    return result


def scale(xs: memoryview, factor: float) -> None:
    for i in range(len(xs)):
        xs[i] = xs[i] * factor


def describe(x: memoryview) -> str:
    return f"{x.format} {x.itemsize} {x.nbytes} {x.tolist()[:3]}"


def same(x):
    return x


def view(x: memoryview) -> memoryview:
    return x


def part(x: memoryview, start: int, stop: int, step: int = 1) -> memoryview:
    return x[start:stop:step]


def keep(x: memoryview) -> None:
    kept.append(x)


def kept_item(i: int):
    return kept[-1][i]


def kept_sum():
    return sum(kept[-1])


def kept_bytes() -> bytes:
    return bytes(kept[-1])


def kept_length() -> int:
    return len(kept[-1])


def drop() -> None:
    kept.pop().release()


def during(x: memoryview, f: Callable[[], None]) -> str:
    before = x[0]
    it = iter(x)
    next(it)
    f()
    try:
        return f"{before} {x[0]}"
    except ValueError as e:
        try:
            next(it)
        except ValueError:
            return str(e)
        return "no"


def first_of(x: memoryview, other: int = 0) -> int:
    return x[0] + other


buffer = bytearray(range(16))


def lend(code: str) -> memoryview:
    return memoryview(buffer).cast(code)


def lend_part(start: int) -> memoryview:
    return memoryview(buffer)[start:]


def fixed() -> memoryview:
    return memoryview(b"fixed")


def grow() -> int:
    buffer.append(1)
    return len(buffer)


def peek(i: int) -> int:
    return buffer[i]


def squares(n: int) -> memoryview:
    out = memoryview(bytearray(8 * n)).cast("d")
    for i in range(n):
        out[i] = float(i * i)
    return out


def zeros(n: int) -> bytearray:
    return bytearray(n)
