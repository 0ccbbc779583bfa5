"""Displays, calls and f-strings of many parts: evaluated in order, and whatever exists is released when one fails."""
calls = []


def f(x):
    calls.append(x)
    if x == limit:
        raise ValueError(x)
    return str(x)


def report(value):
    print(len(value), type(value).__name__, len(calls), calls == list(range(len(calls))))
    calls.clear()


def count(*args, **options):
    return args + tuple(options)


limit = -1
report([f(0), f(1), f(2), f(3), f(4), f(5), f(6), f(7), f(8), f(9), f(10), f(11), f(12), f(13), f(14), f(15), f(16), f(17), f(18), f(19), f(20), f(21), f(22), f(23), f(24), f(25), f(26), f(27), f(28), f(29), f(30), f(31), f(32), f(33), f(34), f(35)])
report((f(0), f(1), f(2), f(3), f(4), f(5), f(6), f(7), f(8), f(9), f(10), f(11), f(12), f(13), f(14), f(15), f(16), f(17), f(18), f(19), f(20), f(21), f(22), f(23), f(24), f(25), f(26), f(27), f(28), f(29), f(30), f(31), f(32), f(33), f(34), f(35)))
report({f(0), f(1), f(2), f(3), f(4), f(5), f(6), f(7), f(8), f(9), f(10), f(11), f(12), f(13), f(14), f(15), f(16), f(17), f(18), f(19), f(20), f(21), f(22), f(23), f(24), f(25), f(26), f(27), f(28), f(29), f(30), f(31), f(32), f(33), f(34), f(35)})
report({f(0): f(1), f(2): f(3), f(4): f(5), f(6): f(7), f(8): f(9), f(10): f(11), f(12): f(13), f(14): f(15), f(16): f(17), f(18): f(19), f(20): f(21), f(22): f(23), f(24): f(25), f(26): f(27), f(28): f(29), f(30): f(31), f(32): f(33), f(34): f(35)})
report(count(f(0), f(1), f(2), f(3), f(4), f(5), f(6), f(7), f(8), f(9), f(10), f(11), f(12), f(13), f(14), f(15), f(16), f(17), f(18), f(19), f(20), f(21), f(22), f(23), f(24), f(25), f(26), f(27), f(28), f(29), f(30), f(31), f(32), f(33), f(34), f(35), a=f(36)))
report(f"{f(0)}{f(1)}{f(2)}{f(3)}{f(4)}{f(5)}{f(6)}{f(7)}{f(8)}{f(9)}{f(10)}{f(11)}{f(12)}{f(13)}{f(14)}{f(15)}{f(16)}{f(17)}{f(18)}{f(19)}{f(20)}{f(21)}{f(22)}{f(23)}{f(24)}{f(25)}{f(26)}{f(27)}{f(28)}{f(29)}{f(30)}{f(31)}{f(32)}{f(33)}{f(34)}{f(35)}")
report([f(0), f(1), f(2), f(3), f(4), f(5), f(6), f(7), f(8), f(9), f(10), f(11), f(12), f(13), f(14), f(15), f(16), f(17), f(18), f(19), f(20), f(21), f(22), f(23), f(24), f(25), f(26), f(27), f(28), f(29), f(30), f(31), f(32), f(33), f(34), f(35), *[1, 2], f(36)])
limit = 33
try:
    report({f(0): f(1), f(2): f(3), f(4): f(5), f(6): f(7), f(8): f(9), f(10): f(11), f(12): f(13), f(14): f(15), f(16): f(17), f(18): f(19), f(20): f(21), f(22): f(23), f(24): f(25), f(26): f(27), f(28): f(29), f(30): f(31), f(32): f(33), f(34): f(35)})
except ValueError as error:
    print(error, len(calls))
