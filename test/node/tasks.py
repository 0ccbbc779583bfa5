"""asyncio on the loop of the host."""
import asyncio
from typing import Annotated, Awaitable, Callable

log: list[str] = []
gate = asyncio.Event()
kept: list[asyncio.Task] = []


async def nap(seconds: float, result: int = 0) -> int:
    await asyncio.sleep(seconds)
    return result


async def at_once(x: int) -> int:
    return x + 1


async def together(seconds: float, n: int) -> list[int]:
    return await asyncio.gather(*[nap(seconds, i) for i in range(n)])


async def mixed(promise: Awaitable[int], fetch: Callable[[str], Awaitable[str]]) -> list:
    task = asyncio.create_task(nap(0.005, 7))
    return [await asyncio.gather(promise, task, fetch("a")), await fetch("b")]


async def limited(promise, seconds: float) -> str:
    try:
        return str(await asyncio.wait_for(promise, seconds))
    except TimeoutError:
        return "too late"


async def deadline(wait, seconds: float) -> str:
    try:
        async with asyncio.timeout(seconds):
            await wait()
            return "in time"
    except asyncio.TimeoutError:
        return "too late"


async def cancelled_inside(wait) -> str:
    task = asyncio.create_task(asyncio.wait_for(wait(), 10))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return "cancelled"
    return "went on"


async def patient(wait, clean) -> str:
    """Cleans up when it is aborted."""
    log.append("waits")
    try:
        await wait()
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    finally:
        await clean()
        log.append("cleaned up")
    return "done"


async def stubborn(seconds: float) -> str:
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        pass
    return "still here"


async def group(n: int, bad: int) -> int:
    async def one(i: int) -> int:
        await asyncio.sleep(0.001 * i)
        if i == bad:
            raise ValueError("number " + str(i))
        return i

    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(one(i)) for i in range(n)]
    return sum(task.result() for task in tasks)


async def wait_open() -> str:
    await gate.wait()
    return "open"


def open_gate() -> None:
    gate.set()


async def produce(n: int):
    queue: asyncio.Queue[int] = asyncio.Queue(2)

    async def producer():
        for i in range(n):
            await queue.put(i)
        await queue.put(-1)

    task = asyncio.create_task(producer())
    while (i := await queue.get()) >= 0:
        yield i
    await task


async def spin(flag: Callable[[], bool]) -> int:
    turns = 0
    while not flag():
        turns += 1
        await asyncio.sleep(0)
    return turns


async def leave() -> None:
    await asyncio.sleep(0.001)
    raise SystemExit(3)


async def serial(n: int) -> Annotated[int, "bigint"]:
    await asyncio.sleep(0)
    return n


async def where() -> bool:
    return asyncio.get_running_loop() is asyncio.get_event_loop() and asyncio.current_task() is not None


def blocking() -> list[int]:
    return asyncio.run(together(0.001, 3))


async def not_here(promise) -> None:
    async def inner():
        await promise

    asyncio.run(inner())


def outside(promise) -> None:
    async def inner():
        await promise

    asyncio.run(inner())


async def forget(seconds: float) -> None:
    kept.append(asyncio.create_task(nap(seconds, 0)))


async def call_back(f: Callable[[int], Awaitable[int]], depth: int) -> int:
    await asyncio.sleep(0)
    return depth + (await f(depth - 1) if depth else 0)


async def hold(wait) -> None:
    try:
        await wait()
    finally:
        log.append("ended")
        wait()


class Server:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.seen: list[int] = []

    async def handle(self, i: int) -> int:
        async with self.lock:
            await asyncio.sleep(0.001)
            self.seen.append(i)
        return len(self.seen)
