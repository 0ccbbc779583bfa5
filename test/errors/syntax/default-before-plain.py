def f(a=1, b):  # error: E118 parameter without a default follows parameter with a default
    pass
