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

async def inner(n):
    a = await Pause(n)
    b = await Pause(n + 1)
    return a + b

async def agen(n):
    for i in range(n):
        await Pause(i)
        yield i * i

async def use():
    out = []
    async for x in agen(4):
        out.append(x)
    else:
        out.append('else')
    out.append([x async for x in agen(3) if x])
    out.append({x: 1 async for x in agen(2)})
    g = (y + 1 async for y in agen(3))
    out.append([z async for z in g])
    out.append([await inner(z) for z in range(2)])
    return out
print(run(use()))

