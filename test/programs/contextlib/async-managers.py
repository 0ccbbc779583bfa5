"""asynccontextmanager, AsyncExitStack, aclosing, nullcontext."""
import asyncio
from contextlib import AsyncExitStack, AbstractAsyncContextManager, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def opened(name):
    print('open', name)
    try:
        yield name
    except KeyError as e:
        print('caught', e)
    finally:
        await asyncio.sleep(0)
        print('close', name)


@asynccontextmanager
async def twice():
    yield 1
    yield 2


async def main():
    async with opened('a') as a, opened('b') as b:
        print(a, b)
    async with opened('c'):
        raise KeyError('k')
    try:
        async with opened('d'):
            raise ValueError('v')
    except ValueError as e:
        print('out', e)
    try:
        async with twice():
            pass
    except RuntimeError as e:
        print(e)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(opened('e')), stack.enter_context(nullcontext(5)))
        stack.callback(print, 'called', end='!\n')
        stack.push_async_callback(asyncio.sleep, 0)
        stack.push_async_exit(lambda *details: asyncio.sleep(0, True))
        raise OSError('suppressed')
    try:
        await AsyncExitStack().enter_async_context(3)
    except TypeError as e:
        print(e)

    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            print('closed')
    async with aclosing(numbers()) as it, nullcontext('n') as n:
        async for i in it:
            print(i, n)
            break

    @opened('f')
    async def inside():
        print('inside')
        return 3
    print(await inside(), await inside(), issubclass(type(opened('g')), AbstractAsyncContextManager))

asyncio.run(main())
