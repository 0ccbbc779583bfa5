"""d[k] += n and d[k] = d.get(k, 0) + n, with keys that are equal but not the same, of several types, absent, or looked up by others meanwhile."""


class Key:
    counts = {}

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 7

    def __eq__(self, other):
        Key.counts[self.name] = Key.counts.get(self.name, 0) + 1
        return self.name == other.name


def count(items, by):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + by
    for item in items:
        counts[item] += by
        counts[item] *= 2
    return counts


def total(pairs):
    sums = {"": 0.0}
    for name, amount in pairs:
        sums[name] = sums.get(name, 0.5) + amount
        sums[""] += amount
        sums[name], sums[""] = sums[name] / 2.0, sums[""] + 1.0
    return sums


def ints(keys):
    seen = {}
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        seen[key] += seen[key]
        try:
            seen[key + 1] += 1
        except KeyError as error:
            seen[0] = seen.get(0, 0) - 1
    return seen


def twice(first, second, key):
    first[key] = second.get(key, 1) + first.get(key, 2)
    second[key] = first[key] + second.get(key, 3)
    first[key] = first[key] + second[key]
    return first, second


words = " ".join(f"w{i % 7}{'x' * (i % 3)}" for i in range(40)).split()
print(count(words, 1), count(["é", "", "a", "ab", "abc", "é", "ab"], 2))
print(count([1, True, 1.0, 2**70, 2**70, None, (1, 2), (1, 2)], 1))
print(total([("a", 1.5), ("b", 2.5), ("a", 4.0)]))
print(ints([3, 2, 1, 2, 0, 2**62, 2**62 - 1]))
print(twice({}, {}, "k"), twice({"k": 5}, {"k": 6}, "k"))
same = {"k": 1}
print(twice(same, same, "k"))
print({key.name: n for key, n in count([Key("p"), Key("q"), Key("p")], 1).items()}, Key.counts)
big = {"n": 2**62}
for _ in range(4):
    big["n"] += 2**62
print(big)
