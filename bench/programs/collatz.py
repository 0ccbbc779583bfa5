import sys


def steps(n):
    count = 0
    while n != 1:
        if n % 2 == 0:
            n //= 2
        else:
            n = 3 * n + 1
        count += 1
    return count


def main():
    limit = int(sys.argv[1])
    best = best_start = 0
    for start in range(1, limit):
        count = steps(start)
        if count > best:
            best = count
            best_start = start
    print(best_start, best)


main()
