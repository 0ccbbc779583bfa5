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

async def exc():
    try:
        await Pause(1)
    except ValueError as e:
        print('in', e)
        raise KeyError('x') from e
c = exc()
c.send(None)
try:
    c.throw(ValueError('thrown'))
except KeyError as e:
    print(repr(e), repr(e.__cause__))
