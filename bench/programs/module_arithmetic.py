import sys

n = int(sys.argv[1])
x = 1
acc = 0
for i in range(n):
    x = (x * 3 + i) % 1000003
    acc += x // 7 - x % 5
print(acc)
