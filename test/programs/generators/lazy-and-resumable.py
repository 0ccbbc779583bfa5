def count(n):
    print("started")
    for i in range(n):
        print("before", i)
        yield i
        print("after", i)
    return "done"


for x in count(2):
    print("got", x)
g = count(5)
print(next(g), next(g))
g.close()
print(list(g), next(g, "default"))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


values = []
for f in fib():
    if f > 2 ** 66:
        break
    values.append(f)
print(len(values), values[-1], values[:10])
print(sum(x * x for x in range(10)), max(len(w) for w in ["a", "bbb"]), list(x for x in range(5) if x % 2), any(x > 3 for x in range(5)))
g = (print("lazy", x) or x for x in range(2))
print("made")
print(list(g), list(g))
try:
    next(iter([]))
except StopIteration as stop:
    print("stop", stop.value)
