def check(x):
    assert x > 0, f"{x} is not positive"
    assert x < 10
    return x


for x in (5, -1, 50):
    try:
        print(check(x))
    except AssertionError as error:
        print("AssertionError", error, error.args)
pairs = [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError), (OverflowError, ArithmeticError)]
pairs += [(FileNotFoundError, OSError), (RecursionError, RuntimeError), (NotImplementedError, RuntimeError), (UnicodeDecodeError, ValueError)]
pairs += [(StopIteration, Exception), (KeyboardInterrupt, Exception), (SystemExit, BaseException), (UnboundLocalError, NameError)]
for child, parent in pairs:
    print(child.__name__, parent.__name__, issubclass(child, parent))
for bad in (lambda: undefined_name, lambda: None.x, lambda: "a" + 1, lambda: 1 + "a", lambda: len(5), lambda: pairs[0](), lambda: pairs["a"], lambda: {}.x):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
