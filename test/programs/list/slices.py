xs = list(range(10))
print(xs[2:5], xs[:3], xs[7:], xs[::2], xs[::-1], xs[8:2:-2], xs[-3:], xs[:-3], xs[100:], xs[5:2], xs[-100:2])
xs[2:4] = ["a", "b", "c"]
print(xs)
xs[::2] = [0] * len(xs[::2])
print(xs)
del xs[1:3], xs[-1]
print(xs)
xs[1:1] = [7, 8]
xs[len(xs):] = "yz"
print(xs)
xs[:] = []
print(xs)
try:
    ys = [1, 2, 3, 4]
    ys[::2] = [1]
except ValueError as error:
    print(error)
try:
    xs[::0]
except ValueError as error:
    print(error)
zs = [1, 2, 3]
alias = zs
zs += (4, 5)
zs *= 2
print(alias, alias is zs, zs[slice(1, None, 3)], slice(1, 2), slice(None, None, -1).indices(5))
print("abcdef"[1:4], "abcdef"[::-1], (1, 2, 3, 4)[1:3], b"abc"[1:], range(10)[2:8:3])
