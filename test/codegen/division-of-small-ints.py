# A bound of the dividend makes a division by a constant one multiplication, and a sum of what came out of tagged words needs no check.
import sys


def digits(n):
    x = 1
    for i in range(n):
        x = (x * 3 + i) % 1000003  # llvm-not: urem|srem
        x = x // 7 * 8 - x % 5 + 9  # llvm-not: udiv|sdiv
    return x  # llvm-not: with.overflow


print(digits(int(sys.argv[1])))
