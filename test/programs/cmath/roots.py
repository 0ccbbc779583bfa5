import cmath

for z in (0, 4, -4, 2j, -2j, 3 + 4j, -3 - 4j, 1e-320 + 1e-320j, 1e200 + 1e200j, 0.5, complex(-1.0, -0.0)):
    print(z, cmath.sqrt(z), cmath.polar(z), cmath.phase(z), cmath.isfinite(z))
print(cmath.rect(2, 0), cmath.exp(0), cmath.exp(1 + 2j), cmath.exp(cmath.pi * 1j), cmath.rect(2, 1.5))
print([cmath.exp(-2j * cmath.pi * k / 8) for k in range(8)])
print(cmath.isclose(1, 1 + 1e-12j), cmath.isclose(1, 2), cmath.isnan(complex('nan')), cmath.isinf(complex('inf')), cmath.tau)
try:
    cmath.exp(1000)
except OverflowError as error:
    print(error)
a, b, c = 1, 2, 5
root = cmath.sqrt(b ** 2 - 4 * a * c)
print((-b + root) / (2 * a), (-b - root) / (2 * a))
