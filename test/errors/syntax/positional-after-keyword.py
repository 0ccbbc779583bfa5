f(a=1, b)  # error: E119 positional argument follows keyword argument
