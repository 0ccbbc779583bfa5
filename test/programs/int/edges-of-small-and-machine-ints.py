# Sums and products around the limits of 31, 62, 63 and 64 bits.
for bits in (31, 32, 61, 62, 63, 64):
    edge = 2 ** bits
    for n in (edge - 1, edge, edge + 1):
        print(bits, n, -n, n + 1, n - 1, n * 2, n * n, n - 2 * n)
        print(n // 3, n % 3, -n // 3, -n % 3, n >> 5, n << 3, -n >> 5, n ^ -1, ~n)
        print(n == edge, n < edge, n >= edge, hash(n) == hash(-n), n & 255, n | 1)
