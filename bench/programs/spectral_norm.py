import sys
from math import sqrt


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(u):
    n = len(u)
    return [sum(element(i, j) * u[j] for j in range(n)) for i in range(n)]


def times_transposed(u):
    n = len(u)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(j, i) * u[j]
        result.append(total)
    return result


def main():
    n = int(sys.argv[1])
    u = [1.0] * n
    v = u
    for _ in range(5):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    above = below = 0.0
    for a, b in zip(u, v):
        above += a * b
        below += b * b
    print(f"{sqrt(above / below):.8f}")


main()
