class A:
    yield 1  # error: E131 'yield' outside function
