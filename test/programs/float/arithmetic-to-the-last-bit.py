values = [0.0, -0.0, 0.1, 1 / 3, -2.5, 1e16, 1e300, 5e-324, 123456789.123456789]
for a in values:
    print(a, a + 0.2, a * 3, a - 1e16, a * a, -a, abs(a), a / 7)
print(0.1 + 0.2, 1e308 * 10, -1e308 * 10, 1e308 * 10 - 1e308 * 10, 2.0 ** 0.5, 2 ** 0.5, (-8.0) ** 3, 9 ** -0.5)
for a in (7.5, -7.5, 0.0, 1e17):
    for b in (2.0, -2.0, 0.3, 1e-3):
        print(a // b, a % b, divmod(a, b))
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0.0, lambda: 1 % 0.0, lambda: 0.0 ** -1, lambda: 10.0 ** 400):
    try:
        print(bad())
    except (ZeroDivisionError, OverflowError) as error:
        print(type(error).__name__, error)
