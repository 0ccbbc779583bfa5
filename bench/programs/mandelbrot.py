import sys


def escape_time(x, y, limit):
    re = im = 0.0
    for step in range(limit):
        re2 = re * re
        im2 = im * im
        if re2 + im2 > 4.0:
            return step
        im = 2.0 * re * im + y
        re = re2 - im2 + x
    return limit


def main():
    size = int(sys.argv[1])
    total = 0
    for row in range(size):
        for column in range(size):
            total += escape_time(-2.0 + 2.5 * column / size, -1.25 + 2.5 * row / size, 100)
    print(total)


main()
