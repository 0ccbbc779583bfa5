import asyncio
async def ag(n):
    try:
        yield 1
        yield 2
    finally:
        print('fin', n)
        await asyncio.sleep(0)
        print('fin2', n)
async def main():
    async for x in ag('a'):
        print(x); break
    print('after break')
    await asyncio.sleep(0); print('s1')
    await asyncio.sleep(0); print('s2')
    await asyncio.sleep(0); print('s3')
    g = ag('b'); print(await anext(g)); del g; print('deleted')
    await asyncio.sleep(0); print('s1')
    await asyncio.sleep(0); print('s2')
    await asyncio.sleep(0)
    print(await anext(ag('c'))); print('tmp')
    await asyncio.sleep(0); print('s1')
    await asyncio.sleep(0); print('s2')
    await asyncio.sleep(0); print('s3')
    gexp = (x async for x in ag('d')); print(await gexp.__anext__()); await gexp.aclose(); print('closed')
    await asyncio.sleep(0); print('s1')
    await asyncio.sleep(0); print('s2')
    await asyncio.sleep(0); print('s3')
    h = ag('e'); await anext(h)
asyncio.run(main())
print('end')
