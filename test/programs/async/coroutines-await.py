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

async def outer():
    total = []
    for i in range(2):
        total.append(await inner(i * 10))
    return total

print(run(outer()))

c = inner(1)
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running)
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
async def rec(n):
    if n == 0:
        return 0
    return 1 + await rec(n - 1)
print(run(rec(200)))
async def stop():
    raise StopIteration(3)
try:
    run(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
