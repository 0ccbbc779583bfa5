print(2 ** 0, 2 ** 10, 2 ** 62, 2 ** 63, 2 ** 64, 3 ** 100, (-2) ** 63, (-3) ** 41, 0 ** 0)
print(2 ** -1, (-2) ** -3, 10 ** -2)
print(pow(3, 200, 1000007), pow(2, -1, 7), pow(-5, 3, 13), pow(10 ** 30, 10 ** 5, 10 ** 9 + 7))
print(1 << 0, 1 << 31, 1 << 62, 1 << 63, 1 << 64, 1 << 100, -1 << 63, 3 << 62)
print(2 ** 100 >> 99, -(2 ** 100) >> 99, -1 >> 1000, 5 >> 70, (2 ** 64 - 1) >> 1, 0 << 1000)
for bad in (lambda: 1 << -1, lambda: 1 >> -1):
    try:
        bad()
    except ValueError as error:
        print(error)
n = 1
for shift in range(0, 70, 7):
    n = n << shift | shift
    print(n, n.bit_length(), n.bit_count())
