# What awaiting the next item marks is the whole loop or comprehension.
async def agen():
    yield 1
    raise ValueError('from agen')
async def m2():
    async for x in agen(): pass
async def m3():
    return [x async for x in agen()]
async def m4():
    async for x in (agen()
                    ):
        pass
class CM:
    async def __aenter__(self): raise KeyError
    async def __aexit__(self, *a): raise TypeError
async def m5():
    async with CM() as x: pass
class CM2(CM):
    async def __aenter__(self): pass
async def m6():
    async with CM2() as x: pass
async def m7():
    async with CM2() as x:
        1/0
import traceback
for m in (m2, m3, m4, m5, m6, m7):
    try: m().send(None)
    except BaseException: traceback.print_exc()
