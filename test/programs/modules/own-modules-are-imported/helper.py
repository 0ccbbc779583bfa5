print("helper runs")
CONSTANT = 42


def double(x):
    return x * 2


def read():
    return CONSTANT
