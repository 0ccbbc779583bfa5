async def f():  # unsupported: E901 'async def' is not supported yet
    return 1
