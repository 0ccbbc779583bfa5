import sys


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def main():
    n = int(sys.argv[1])
    total = 0
    for a in range(1, n):
        for b in range(a, n):
            total += gcd(a, b)
    print(total)


main()
