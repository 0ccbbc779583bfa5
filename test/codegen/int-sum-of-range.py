# Ints are machine integers; only the overflow of the sum leaves.
import sys


def total(n):
    acc = 0
    for i in range(n):
        acc += i * 3  # llvm: with.overflow.i64
    return acc  # llvm-not: @rt_


print(total(int(sys.argv[1])))
