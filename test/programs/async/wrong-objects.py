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

async def bad():
    await 3
try:
    run(bad())
except TypeError as e:
    print(e)
async def bad2():
    async for x in [1]:
        pass
try:
    run(bad2())
except TypeError as e:
    print(e)
async def bad3():
    async with 3:
        pass
try:
    run(bad3())
except TypeError as e:
    print(e)
