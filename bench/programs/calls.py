import sys


def add(a, b):
    return a + b


def main():
    n = int(sys.argv[1])
    total = 0
    for i in range(n):
        total = add(total, i)
    print(total)


main()
