def reexported(x):
    return x + 100


_not_taken = 1
