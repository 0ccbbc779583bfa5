# A generator that sum, min or any takes all items of is a loop: no object is made for it, nor for what has been added up.
import sys


def squares(n):
    return sum(i * i % 7 for i in range(n))  # llvm-not: @rt_(make_generator|accumulator_new|accumulator_add)


def lengths(xs):
    total = sum(x * 0.5 for x in xs)  # llvm: fadd double
    return total + min(x for x in xs)  # llvm-not: @rt_(make_generator|accumulator_new|accumulator_add)


def found(n):
    return any(i * 3 == n for i in range(n))  # llvm-not: @rt_(make_generator|any)


n = int(sys.argv[1])
print(squares(n), lengths([1.5] * n), found(n))
