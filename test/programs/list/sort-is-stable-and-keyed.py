people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25), ("Eve", 35)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
people.sort(key=lambda p: (-p[1], p[0]))
print(people)
print(sorted([3.5, -1, 2, True, 2 ** 70]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((2, 1), reverse=True))
seed = 42
values = []
for _ in range(200):
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    values.append(seed % 100)
ordered = sorted(values)
print(all(ordered[i] <= ordered[i + 1] for i in range(199)), ordered[:10], sum(ordered) == sum(values))
try:
    [1, "a"].sort()
except TypeError as error:
    print(error)


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n


print([item.n for item in sorted([Item(1), Item(3), Item(2)])])
