import math
from math import floor, pi as PI, sqrt

print(PI, math.e, math.tau, math.inf, math.nan, sqrt(2), math.sqrt(16), floor(-2.5), math.ceil(2.1), math.trunc(-2.9))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(2), math.atan2(-1, -1), math.sinh(1), math.cosh(1), math.tanh(1))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.log(10 ** 400))
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(2 ** 70, 6 ** 30), math.lcm(4, 6), math.factorial(25), math.comb(50, 20), math.perm(10, 3), math.isqrt(10 ** 30))
print(math.pow(2, 0.5), math.fabs(-3), math.fmod(-7, 3), math.modf(2.75), math.frexp(10.0), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.hypot(3, 4))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.degrees(math.pi), math.radians(180), math.fsum([0.1] * 10), math.prod([1, 2, 3]))
print(math.floor(2 ** 70 + 0.0), math.floor(1e300) == int(1e300), math.ceil(-0.5), math.dist((0, 0), (3, 4)), math.erf(0.5), math.gamma(5))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt("a"), lambda: math.exp(1000), lambda: math.floor(math.nan), lambda: math.acos(2)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
