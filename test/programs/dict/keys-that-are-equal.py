d = {1: "int", 1.0: "float", True: "bool"}
print(d, d[1], len(d))
d[2 ** 70] = "big"
d[float(2 ** 70)] = "big float"
d[(1, 2)] = "tuple"
d[None] = "none"
d["1"] = "str"
print(d, d[2 ** 70], 0.0 in {-0.0: 1}, d.get(1 + 0j))


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Key) and self.n % 10 == other.n % 10

    def __hash__(self):
        return self.n % 10

    def __repr__(self):
        return f"Key({self.n})"


k = {Key(1): "a"}
k[Key(11)] = "b"
k[Key(2)] = "c"
print(k, Key(21) in k, Key(3) in k)
counts = {}
for word in "the cat the dog the end".split():
    counts[word] = counts.get(word, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
table = {}
for i in range(1000):
    table[i * 7919 % 1009] = i
for i in range(0, 1000, 3):
    del table[i * 7919 % 1009]
print(len(table), sum(table), sum(table.values()), list(table)[:5])
