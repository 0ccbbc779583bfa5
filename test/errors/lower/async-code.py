async def f():  # unsupported: E901 'async def' is not supported yet
    return 1


print([await x for x in []]) if False else None
