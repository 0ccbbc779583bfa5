def clamp(x, low, high):
    if x is None:
        return low
    while low < x <= high:
        x -= 1
    return x
