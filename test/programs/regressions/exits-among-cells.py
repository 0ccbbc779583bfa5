def g(a, b=2):
    c = a
    def inner(m):
        nonlocal c
        c += m
        return c
    return inner(b) + inner(1)
print(g(3))
print([x*x for x in range(3)])
