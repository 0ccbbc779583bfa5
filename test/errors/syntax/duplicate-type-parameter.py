def f[T, T]():  # error: E129 duplicate type parameter 'T'
    pass
