import sys


def main():
    n = int(sys.argv[1])
    a = [[float(i * j % 7) for j in range(n)] for i in range(n)]
    b = [[float(i + j) for j in range(n)] for i in range(n)]
    c = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    print(c[0][0], c[n - 1][n - 1], c[n // 2][n // 3])


main()
