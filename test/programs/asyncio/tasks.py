import asyncio
from asyncio import CancelledError, Queue


async def work(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    print('done', name)
    return name.upper()


async def producer(queue):
    for i in range(3):
        await queue.put(i)
        await asyncio.sleep(0)
    await queue.put(None)


async def consumer(queue):
    got = []
    while (item := await queue.get()) is not None:
        got.append(item)
    return got


async def main():
    print(await asyncio.gather(work('b', 0.06), work('a', 0.01), work('c', 0)))
    task = asyncio.create_task(work('t', 0.01), name='mine')
    print(task.get_name(), task.done(), await task, task.result())
    print(await asyncio.gather(work('x', 0, True), work('y', 0), return_exceptions=True))
    try:
        await asyncio.gather(work('z', 0, True))
    except ValueError as e:
        print('caught', e)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as e:
        print('timeout', repr(e))
    slow = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    slow.cancel()
    try:
        await slow
    except CancelledError:
        print('cancelled', slow.cancelled())
    queue = Queue(1)
    print((await asyncio.gather(producer(queue), consumer(queue)))[1])
    lock, order = asyncio.Lock(), []

    async def locked(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
            order.append(-n)
    await asyncio.gather(locked(1), locked(2))
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.01, event.set)
    print(order, await event.wait(), await asyncio.sleep(0, 'r'))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('g', 0, True))
            group.create_task(work('never', 5))
    except* ValueError as e:
        print('group', e.exceptions)
    done, pending = await asyncio.wait([asyncio.create_task(work('w', 0)), asyncio.create_task(work('v', 1))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    return 'end'


print(asyncio.run(main()))
