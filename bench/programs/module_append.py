import sys

n = int(sys.argv[1])
xs = []
for i in range(n):
    xs.append(i * 2)
print(len(xs), xs[-1])
