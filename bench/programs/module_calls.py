import sys


def add(a, b):
    return a + b


n = int(sys.argv[1])
total = 0
for i in range(n):
    total = add(total, i)
print(total)
