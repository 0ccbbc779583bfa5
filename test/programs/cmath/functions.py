# Every function, on both sides of each cut, near its ends, and for very large and very small numbers.
import cmath
import random

functions = [cmath.exp, cmath.log, cmath.log10, cmath.sqrt, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh,
             cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh]
parts = [0.0, -0.0, 1.0, -1.0, 0.5, 1e-310, -1.5e308]
points = [complex(x, y) for x in parts for y in parts]


def shown(f, z):
    try:
        return repr(f(z))
    except (ValueError, OverflowError) as error:
        return f'{type(error).__name__}: {error}'


for f in functions:
    for z in points:
        print(f.__name__, z, shown(f, z))

r = random.Random(7)
for f in functions:
    print(f.__name__, *[shown(f, complex(r.gauss(0, 2), r.gauss(0, 2))) for _ in range(12)])
    print(f.__name__, *[shown(f, r.uniform(-3, 3)) for _ in range(5)], shown(f, 2), shown(f, True))

print(cmath.log(8, 2), cmath.log(1j, 1 + 1j), cmath.infj, cmath.nanj, repr(cmath.log(0.9 + 0.1j)))
for wrong in ['1', None, [1]]:
    try:
        print(cmath.sin(wrong))
    except TypeError as error:
        print(error)
for base in [1, 0]:
    try:
        print(cmath.log(2, base))
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
