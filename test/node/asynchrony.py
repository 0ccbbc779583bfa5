"""Coroutines as promises, promises in coroutines."""
from typing import AsyncIterator, Awaitable, Callable


async def add(a: int, b: int) -> int:
    return a + b


async def fetch_twice(fetch: Callable[[str], Awaitable[str]], url: str) -> str:
    first = await fetch(url)
    second = await fetch(url + "?")
    return first + second


async def guarded(work) -> str:
    try:
        return "got " + str(await work())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


async def fail() -> None:
    await add(1, 2)
    raise ValueError("late")


async def count(n: int, wait) -> AsyncIterator[int]:
    for i in range(n):
        await wait()
        yield i


async def total(n: int, wait) -> int:
    result = 0
    async for i in count(n, wait):
        result += i
    return result


class Client:
    def __init__(self, name: str):
        self.name = name

    async def hello(self, wait) -> str:
        await wait()
        return "hello " + self.name


steps: list[str] = []


async def logged(name: str, wait) -> list[str]:
    steps.append(name + " starts")
    await wait()
    steps.append(name + " ends")
    return list(steps)
