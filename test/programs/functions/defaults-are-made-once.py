def collect(x, seen=[]):
    seen.append(x)
    return seen


def count(counter={"n": 0}):
    counter["n"] += 1
    return counter["n"]


print(collect(1), collect(2), collect(3, []), collect(4))
print(count(), count(), count({"n": 10}), count())
base = 10


def scaled(x, by=base * 2):
    return x * by


base = 99
print(scaled(1), scaled(1, 3), scaled.__defaults__, scaled.__name__, collect.__defaults__)
functions = [lambda x, i=i: x + i for i in range(3)]
late = [lambda x: x + i for i in range(3)]
print([fn(10) for fn in functions], [fn(10) for fn in late])
