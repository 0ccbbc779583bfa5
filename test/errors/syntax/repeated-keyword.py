f(a=1, a=2)  # error: E134 keyword argument repeated: a
