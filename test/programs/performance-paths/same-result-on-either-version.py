# Each loop leaves its fast version at another place: sums, products, elements, attributes, calls, generators.
class Acc:
    def __init__(self):
        self.total = 0
        self.count = 0


def step(acc, x):
    acc.total += x
    acc.count += 1
    return acc.total


def run(values):
    acc = Acc()
    out = []
    for v in values:
        out.append(step(acc, v))
    return out, acc.count


def squares(xs):
    for x in xs:
        yield x * x


print(run([1, 2, 3]))
print(run([2 ** 62, 2 ** 62, 2 ** 62, 1]))
print(run([1, 2.5, 3]))
print(run([0.5, 2 ** 53, True]))
print(list(squares([3, 2 ** 31, 2 ** 32, 2 ** 63])), list(squares([0.5, 2])))


def swap(xs):
    for i in range(len(xs) // 2):
        xs[i], xs[-1 - i] = xs[-1 - i], xs[i]
    return xs


print(swap([1, 2, 3]), swap([1.5, 2]), swap(["a", 2 ** 70, None]))


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(48, 18), gcd(2 ** 80, 6 ** 40), gcd(-12, 18), gcd(7.5, 2.5), gcd(True, 3))
