import types


class Pause:
    def __init__(self, tag):
        self.tag = tag
    def __await__(self):
        got = yield self.tag
        return got

def run(coro):
    value = None
    log = []
    while True:
        try:
            tag = coro.send(value)
        except StopIteration as stop:
            return stop.value, log
        log.append(tag)
        value = f"r{tag}"

async def echo():
    got = None
    try:
        while True:
            got = yield got
            print('got', got)
    except KeyError as e:
        yield 'caught ' + repr(e)
    finally:
        print('fin')
async def drive():
    g = echo()
    print(await g.__anext__())
    print(await g.asend(5))
    print(await g.athrow(KeyError('k')))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('stopped')
    g = echo()
    await anext(g)
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print('closed', e.args)
    print(await anext(g, 'dflt'))
    return 'ok'
print(run(drive()))


class Once:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(self.value)


class Numbers:
    n = 0

    def __anext__(self):
        self.n += 1
        return Once(self.n)


class Marked:
    @types.coroutine
    def __anext__(self):
        yield from ()
        return 'marked'


async def defaults():
    async def one():
        yield 5
    numbers, ones = Numbers(), one()
    print(await anext(numbers), await anext(numbers, 'd'), await anext(ones, 'd'), await anext(ones, 'd'), await anext(Marked(), 'd'))


try:
    defaults().send(None)
except StopIteration as end:
    print(end.value)
