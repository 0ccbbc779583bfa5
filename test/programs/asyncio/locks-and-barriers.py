import asyncio


async def main():
    bounded = asyncio.BoundedSemaphore(1)
    condition = asyncio.Condition()
    lock = asyncio.Lock()
    for act in (bounded.release, lock.release, condition.notify, lambda: asyncio.Barrier(0), lambda: asyncio.Semaphore(-1)):
        try:
            act()
        except (RuntimeError, ValueError) as e:
            print(type(e).__name__, e)
    barrier = asyncio.Barrier(2)

    async def meet():
        async with barrier as place:
            return place
    print(sorted(await asyncio.gather(meet(), meet(), meet(), meet())), barrier.parties, barrier.n_waiting, barrier.broken)
    waiting = asyncio.create_task(meet())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError as e:
        print('broken', barrier.broken)

    async def hold(name, order):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)
    order = []
    async with lock:
        tasks = [asyncio.create_task(hold(name, order)) for name in 'abc']
        await asyncio.sleep(0)
        tasks[0].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order, lock.locked())

    async def sleeper(n):
        async with condition:
            await condition.wait_for(lambda: n in woken)
            return n
    woken = []
    tasks = [asyncio.create_task(sleeper(n)) for n in range(3)]
    await asyncio.sleep(0)
    async with condition:
        woken += [0, 2]
        condition.notify_all()
    print(await tasks[0], await tasks[2], tasks[1].done())
    tasks[1].cancel('enough')
    try:
        await tasks[1]
    except asyncio.CancelledError as e:
        print(e.args)


asyncio.run(main())
