def f(a: int, b: "str" = "x") -> float:
    return a


print(f.__annotations__)
