class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        self.items[i] = value

    def __delitem__(self, i):
        del self.items[i]

    def __contains__(self, x):
        return x in self.items

    def __eq__(self, other):
        return isinstance(other, Bag) and sorted(self.items) == sorted(other.items)

    def __lt__(self, other):
        return len(self) < len(other)

    def __call__(self, x):
        return x * 2

    def __iter__(self):
        return iter(self.items)


bag = Bag(3, 1, 2)
bag[0] = 5
print(len(bag), bag[0], bag[-1], bag[1:], 2 in bag, 9 in bag, bag == Bag(1, 2, 5), bag != Bag(1), bag < Bag(1), bag > Bag(1))
del bag[0]
print(list(bag), bool(Bag()), bag(4), sorted([bag, Bag()])[0].items, [*bag], max(bag), sum(bag), tuple(bag))
try:
    hash(bag)
except TypeError as error:
    print(error)


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


print(list(Old()), 4 in Old(), [x for x in Old()])
