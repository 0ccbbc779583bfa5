def apply(f, *args):
    return f(*args)


def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return run


table = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b, "len": len, "str": str, "max": max}
print(apply(table["add"], 1, 2), apply(table["mul"], "ab", 2), apply(table["len"], [1]), apply(table["str"], 1.5), apply(table["max"], 3, 9))
print(compose(str, abs, int)("-5"), list(map(str.upper, ["a", "b"])), [f(2.5) for f in (int, str, float, bool, round)])
method = [3, 1, 2].index
print(method(1), callable(method), callable(5), sorted(["bb", "a"], key=len), list(filter(None, [0, 1, "", 2])))


def annotated(a: int, b: "str" = "x") -> float:
    """The doc."""
    return a


print(annotated("not an int"), annotated.__doc__, annotated.__name__)
annotated.extra = 5
print(annotated.extra, (lambda: 0).__name__)
