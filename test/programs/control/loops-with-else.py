def find(xs, wanted):
    for i, x in enumerate(xs):
        if x == wanted:
            print("found at", i)
            break
    else:
        print("not found")
        return -1
    return i


print(find([1, 2, 3], 2), find([], 1), find("abc", "z"))
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    print(n, end=" ")
else:
    print("never")
print(n)
while n > 0:
    n -= 3
else:
    print("done", n)
for a in range(3):
    for b in range(3):
        if b == a:
            break
        print(a, b)
    else:
        print("no break", a)
for x in []:
    pass
else:
    print("empty")
xs = [1, 2, 3]
for x in xs:
    if len(xs) < 6:
        xs.append(x * 10)
print(xs)
