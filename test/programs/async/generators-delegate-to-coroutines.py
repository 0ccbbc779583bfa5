# Generators that types.coroutine has marked delegate to coroutines; others may not.
import types
@types.coroutine
def gen(c):
    r = yield from c
    return r
async def inner():
    await step()
    return 'inner'
@types.coroutine
def step():
    x = yield 'step'
    print('sent', x)
async def main():
    r = await gen(inner())
    return r
c = main()
print(c.send(None))
try: c.send('v')
except StopIteration as e: print(e.value)
def plain():
    co = inner()
    try:
        yield from co
    except TypeError as e:
        print(e)
        co.close()
print(list(plain()))
async def err():
    raise ValueError('x')
async def m2():
    try: await gen(err())
    except ValueError as e: print('caught', e)
try: m2().send(None)
except StopIteration: pass
g = gen(inner())
print(type(g), g.send(None))
g.close()
g = gen(inner())
g.send(None)
try: g.throw(KeyError('k'))
except KeyError as e: print(repr(e))
for x in gen([1,2]): print(x)
