# A list of bools holds bytes, which a loop writes directly.
import sys


def sieve(n):
    flags = [True] * (n + 1)
    i = 2
    while i * i <= n:
        for j in range(i * i, n + 1, i):
            flags[j] = False  # llvm: store i8
        i += 1
    return flags  # llvm-not: @rt_list_setitem


print(sum(sieve(int(sys.argv[1]))))
