import asyncio


def told(loop, context):
    error = context['exception']
    print('told:', context['message'], repr(error), type(context['future']).__name__, context['future'].done())


async def fail(n):
    await asyncio.sleep(0)
    raise ValueError(n)


async def never_retrieved():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    asyncio.create_task(fail(1), name='one')
    for _ in range(3):
        await asyncio.sleep(0)
    tasks = [asyncio.create_task(fail(2))]
    await asyncio.sleep(0.01)
    print('ended')
    tasks.clear()
    future = loop.create_future()
    future.set_exception(KeyError(3))
    future = None
    print('asked for:')
    task = asyncio.create_task(fail(4))
    print(await asyncio.gather(task, fail(5), return_exceptions=True))
    print(task.done())
    del task
    task = asyncio.create_task(fail(6))
    await asyncio.wait([task])
    print(repr(task.exception()))
    print(task.done())
    del task
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(7))
            group.create_task(fail(8))
    except* ValueError as errors:
        print(errors.exceptions)
    try:
        await asyncio.gather(fail(9), fail(10))
    except ValueError as error:
        print(repr(error))
    try:
        await asyncio.wait_for(fail(11), 1)
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0.01)


async def last_round(tasks):
    await asyncio.gather(*tasks)
    print('in the same round as the end')


async def main():
    await never_retrieved()
    tasks = [asyncio.create_task(asyncio.sleep(0.001 * n)) for n in range(3)]
    asyncio.create_task(last_round(tasks))
    await asyncio.sleep(0)
    await tasks[2]


asyncio.run(main())
