# A known function is called directly, with its argument in a register.
import sys


def fib(n):
    if n < 2:
        return n  # llvm-not: call .*@rt_(?!traceback)
    return fib(n - 1) + fib(n - 2)  # llvm: call fastcc .*@__main__.fib


print(fib(int(sys.argv[1])))
