"""What dict views give with sets is a set, whatever the other side is."""
d = {1: 2}
for other in ({1, 2}, frozenset({1, 2}), [1, 3], {1: 3, 2: 4}.keys()):
    print([type(x).__name__ for x in (d.keys() & other, d.keys() | other, d.keys() - other, d.keys() ^ other)])
    print(sorted(d.keys() & other), sorted(d.items() | {(0, other is None)}))
print(type(frozenset({1}) & d.keys()).__name__, type({1} | d.keys()).__name__)
