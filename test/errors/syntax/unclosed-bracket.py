pair = (1,  # error: E103 '(' was never closed

def f():
    return pair
