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

class CM:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow
    async def __aenter__(self):
        print('enter', self.name, await Pause('e'))
        return self.name
    async def __aexit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, await Pause('x'))
        return self.swallow

async def w():
    async with CM('a') as a, CM('b', True) as b:
        print(a, b)
        raise ValueError('boo')
    print('after')
    for i in range(3):
        async with CM('c'):
            if i == 1:
                continue
            if i == 2:
                return 'ret'
    return 'no'
print(run(w()))

