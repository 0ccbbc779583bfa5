import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', repr(context['exception'])))
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(print, 'goes on')
    await asyncio.sleep(0)
    future = loop.create_future()
    future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as e:
        print(e)
    queue = asyncio.Queue(1)
    blocked = [asyncio.create_task(queue.get()), asyncio.create_task(queue.get())]
    await asyncio.sleep(0)
    queue.put_nowait('item')
    await asyncio.sleep(0)
    queue.shutdown()
    print([repr(answer) for answer in await asyncio.gather(*blocked, return_exceptions=True)], queue)
    for act in (lambda: queue.put_nowait(1), queue.get_nowait):
        try:
            act()
        except asyncio.QueueShutDown:
            print('shut down')
    try:
        async with asyncio.timeout(10):
            async with asyncio.timeout(0):
                await asyncio.sleep(1)
    except TimeoutError as e:
        print(type(e.__cause__).__name__)


with asyncio.Runner() as runner:
    runner.run(main())
    print(runner.run(value(3)), runner.run(value(4)))
late = value(5)
try:
    runner.run(late)
except RuntimeError as e:
    print(e)
late.close()
try:
    asyncio.Runner().run(3)
except (TypeError, ValueError) as e:
    print(e)
