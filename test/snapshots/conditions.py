def pick(a, b, c):
    if (a and b) or not c:
        return a if b else c
    return 0 <= a < b or [*c, f"{a!r:>{b}}"]
