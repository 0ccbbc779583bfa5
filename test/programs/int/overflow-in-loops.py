# Accumulators leave 64 bits in the middle of a loop and come back.
def total(step, count):
    acc = 0
    for i in range(count):
        acc += step
    return acc


def product(n):
    acc = 1
    for i in range(1, n + 1):
        acc *= i
    return acc


def there_and_back(n):
    x = 1
    for _ in range(n):
        x = x * 3
    for _ in range(n):
        x = x // 3
    return x


print(total(2 ** 61, 3), total(2 ** 61, 4), total(2 ** 61, 9), total(-(2 ** 62), 5))
for n in (5, 20, 21, 22, 25, 30):
    print(n, product(n))
print(there_and_back(10), there_and_back(39), there_and_back(40), there_and_back(100))
acc = 2 ** 62 - 5
for i in range(10):
    acc += 1
    print(acc, end=" ")
print()
while acc > -(2 ** 65):
    acc = -acc * 2 if acc > 0 else acc * 2
print(acc)
