"""Loops over lists of numbers that turn out not to be stored as such, at the start or midway: every answer is that of the objects."""
import math


def spoil(values, at, by):
    if at == 3:
        values[at % len(values)] = by


def smooth(values, other):
    total = 0.0
    for i in range(len(values)):
        spoil(other, i, "spoilt")
        values[i] = values[i] * 2.0
        values[-1 - i] += 0.5
        total += values[i] + math.sqrt(abs(values[i]))
    return total, values


def count(values, flags):
    seen = 0
    for i in range(len(values)):
        values[i] += 1
        if flags[i]:
            seen += values[i]
            flags[i] = False
    return seen, values, flags


nan = float("nan")
print(smooth([1.0, 2.0, 3.0, 4.0, 5.0], [0.0] * 5))
print(smooth([1.5, nan, 2.5], []))
print(smooth(list(map(float, "12345")), [1.0]))
shared = [1.0, 2.0, 3.0, 4.0, 5.0]
try:
    smooth(shared, shared)
except TypeError as error:
    print(error, shared)
print(count([1, 2, 3], [True, False, True]))
print(count([2**62, 2**63 - 1, 5], [True, True, 1]))
print(count([2**70, 3], [None, True]))


def walk(values):
    out = []
    for i in (0, 1, -1, 5, 2):
        try:
            out.append(values[i] + 0.25)
            values[i] = values[i] / 2.0
        except IndexError as error:
            out.append(str(error))
    return out, values


print(walk([1.0, 2.0, 3.0]))
print(walk([1.0, nan, 3.0]))
try:
    print([math.sqrt(x) for x in [4.0, nan, -0.0, -1.0]])
except ValueError as error:
    print(error, math.sqrt(-0.0), math.sqrt(nan))
