for a in (7, -7, 0, 2 ** 63, -(2 ** 63), 2 ** 70 + 3):
    for b in (2, -2, 7, -7, 2 ** 62, -(2 ** 64)):
        print(a, b, a // b, a % b, divmod(a, b), a // b * b + a % b == a)
for bad in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1 / 0, lambda: 2 ** 80 // 0, lambda: 0 ** -1):
    try:
        bad()
    except ZeroDivisionError as error:
        print(error)
print(7 / 2, -7 / 2, 2 ** 70 / 2 ** 69, (2 ** 63 - 1) / 3)
try:
    10 ** 400 / 3
except OverflowError as error:
    print(error)
