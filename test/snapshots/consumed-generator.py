def best(xs, limit):
    return any(x > limit for x in xs), max(y * 2 for x in xs for y in x)
