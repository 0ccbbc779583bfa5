def f():
    await g()  # error: E132 'await' outside async function
