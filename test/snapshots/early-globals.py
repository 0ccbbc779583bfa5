import math

LIMIT = 10


def main():
    return helper(LIMIT) + later


def helper(x):
    return math.sqrt(x)


later = helper(2)
total = [main() for _ in range(3)]
if __name__ == "__main__":
    main()
