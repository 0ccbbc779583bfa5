# async misc / warnings
import sys
class A:
    async def m(self): return 1
    @staticmethod
    async def s(): return 2
    @classmethod
    async def c(cls): return cls.__name__
    @property
    async def p(self): return 'prop'
    def __await__(self):
        yield 'x'
        return 'awaited'
async def main():
    a = A()
    r = [await a.m(), await A.s(), await A.c(), await a.p]
    r.append(await a)
    try:
        await bad()
    except ValueError as e:
        r.append(str(e))
    finally:
        r.append('fin')
    f = lambda: a.m()
    r.append(await f())
    r.append({k: await a.m() for k in 'ab'})
    r.append([i async for i in gen() if await cond(i)])
    r.append(await anext(gen()))
    return r
async def bad(): raise ValueError('bad')
async def cond(i): return i % 2
async def gen():
    for i in range(5): yield i
c = main()
try:
    while True: print('yielded', c.send(None))
except StopIteration as e: print(e.value)
async def g2():
    try:
        yield 1
        yield 2
    finally:
        print('cleanup')
async def use():
    async for x in g2():
        print(x)
        break
    g = g2()
    async for x in g: 
        print(x)
    print('end')
u = use()
try: u.send(None)
except StopIteration: print('done')
def deco(f):
    async def inner(*a, **k):
        print('before'); r = await f(*a, **k); print('after'); return r
    return inner
@deco
async def work(x, *, y=2): return x + y
w = work(1, y=5)
try: w.send(None)
except StopIteration as e: print(e.value)
async def nested():
    async def inner2(): return 'i'
    return await inner2(), [await inner2() for _ in range(2)]
n = nested()
try: n.send(None)
except StopIteration as e: print(e.value)
print(type(gen()).__name__, type(c).__name__)
