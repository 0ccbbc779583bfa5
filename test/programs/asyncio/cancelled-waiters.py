# A lock passes on when who was woken is cancelled; gather's cancelled results.
import asyncio
async def work(name, lock, turns=1):
    try:
        for _ in range(turns):
            async with lock:
                print('in', name)
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('cancelled', name)
async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a, b, c = [asyncio.create_task(work(n, lock)) for n in 'abc']
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    await asyncio.gather(a, b, c)
    print(lock.locked())
    await lock.acquire()
    a, b = [asyncio.create_task(work(n, lock)) for n in 'de']
    await asyncio.sleep(0)
    a.cancel()
    lock.release()
    print(await lock.acquire(), lock.locked())
    lock.release()
    await asyncio.gather(a, b)
    print(lock.locked())
    print([type(r).__name__ for r in await asyncio.gather(work('x', lock, 3), work('y', lock, 2), return_exceptions=True)])
    try: lock.release()
    except RuntimeError as e: print(e)
    sleeper = asyncio.create_task(asyncio.sleep(1))
    asyncio.get_running_loop().call_soon(sleeper.cancel)
    print(await asyncio.gather(sleeper, asyncio.sleep(0, 'slept'), return_exceptions=True))


asyncio.run(main())
