# Only the low bits of the product are wanted: no check for overflow.
import sys


def scramble(n):
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF  # llvm: mul
    return x  # llvm-not: with.overflow|@rt_


print(scramble(int(sys.argv[1])))
