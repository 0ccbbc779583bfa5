def f(a, *):  # error: E118 named arguments must follow bare *
    pass
