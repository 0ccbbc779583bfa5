# Elements are read in place, floats stay in registers: the loop calls nothing.
import sys


def dot(a, b):
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]  # llvm: fmul double
    return total  # llvm-not: call (?!.*@llvm)


n = int(sys.argv[1])
xs = [0.5] * n
ys = [float(i) for i in range(n)]
print(dot(xs, ys))
