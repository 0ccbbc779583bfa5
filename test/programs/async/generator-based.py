"""types.coroutine makes the generators of a function awaitable; other generators are not."""
import types


@types.coroutine
def wait(value):
    print('wait value:', value)
    msg = yield f'message from wait({value})'
    print('wait got back:', msg)
    return 10


async def f():
    x = await wait(1) ** 2
    print('x =', x)
    return x


coro = f()
print('return from send:', coro.send(None))
try:
    coro.send('message from main')
except StopIteration as e:
    print('end', e.value)


def plain():
    yield 1


async def g():
    await plain()

try:
    g().send(None)
except TypeError as e:
    print(e)
try:
    types.coroutine(5)
except TypeError as e:
    print(e)
