def f(a, a):  # error: E134 duplicate argument 'a' in function definition
    pass
