import asyncio
from contextlib import asynccontextmanager, contextmanager


@contextmanager
def once():
    print('before')
    yield 1
    print('after')


@asynccontextmanager
async def once_async():
    yield 2


manager = once()
for _ in range(2):
    try:
        with manager as value:
            print(value)
    except AttributeError as error:
        print(error)


@once()
def decorated():
    print('decorated')


decorated()
decorated()


async def main():
    manager = once_async()
    for _ in range(2):
        try:
            async with manager as value:
                print(value)
        except AttributeError as error:
            print(error)


asyncio.run(main())
