def evens(n, i):
    squares = [i * i for i in range(n) if i % 2 == 0]
    return squares, i, any(last := k for k in range(n))
