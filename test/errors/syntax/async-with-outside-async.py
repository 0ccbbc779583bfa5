def f():
    async with g():  # error: E132 'async with' outside async function
        pass
