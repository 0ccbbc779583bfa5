# Attributes, dict values, globals and captured variables hold ints of any size; sums and products of them leave 63 and 64 bits.
class Counter:
    def __init__(self, start):
        self.count = start

    def add(self, n):
        self.count += n
        return self.count


def attributes(start, step):
    counter = Counter(start)
    return [counter.add(step) for _ in range(6)], counter.count * 2 - 1


def values(start, step):
    counts = {"a": start}
    for _ in range(6):
        counts["a"] = counts["a"] + step
    return counts["a"] + counts["a"], counts["a"] - 2 * step


def captured(start, step):
    count = start

    def more():
        nonlocal count
        count += step
        return count + step

    return [more() for _ in range(6)]


total = 0


def globally(start, step):
    global total
    total = start
    for _ in range(6):
        total += step
    return total + total - step


for start in (1 << 60, (1 << 61) + 1, (1 << 62) - 3, (1 << 63) - 3, 3 << 61):
    for sign in 1, -1:
        for step in 1, 1 << 60, (1 << 62) - 1:
            print(attributes(sign * start, sign * step), values(sign * start, sign * step))
            print(captured(sign * start, sign * step), globally(sign * start, sign * step))
print(int("4611686018427387903") + 1, int("4611686018427387904") * 2, int(4611686018427387904) * 2, int(True) + int(4e18) + int(9e18))
