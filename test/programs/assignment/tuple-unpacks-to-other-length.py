# Tuples that are only taken apart need no object, but their length counts.
a = 5.5
try:
    a, b = (1, 2, 3)
except ValueError as e:
    print(e)
print(a)

try:
    a, b, c = (1, 2)
except ValueError as e:
    print(e)


def pair(n):
    return n, n + 1


def f(n):
    try:
        x, y, z = pair(n)
        print('not reached', x, y, z)
    except ValueError as e:
        print(e)
    try:
        (x, y), z = (n, n, n), 2
    except ValueError as e:
        print(e)
    try:
        x, y = n,
    except ValueError as e:
        print(e)
    x, *y = n, 2, 3
    return x, y


print(f(1), f(2**70))
for i, j in [(1, 2), (3, 4)]:
    print(i, j)
try:
    for i, j in enumerate('ab'):
        k, = i, j
except ValueError as e:
    print(e)
try:
    for i, j, k in enumerate('ab'):
        print('not reached')
except ValueError as e:
    print(e)
try:
    for i, j, k in zip('ab', [1, 2]):
        print('not reached')
except ValueError as e:
    print(e)
