"""Cycles of lists, dicts, sets and instances alone are collected, however many a loop makes."""

import weakref


class Node:
    def __init__(self):
        self.me = self


class Noisy:
    def __init__(self, name):
        self.name = name
        self.held = [self]

    def __del__(self):
        names.append(self.name)


def displays(count):
    for i in range(count):
        empty = []
        empty.append(empty)
        pair = [i, None]
        pair[1] = pair
        table = {}
        table['self'] = table
        table = dict(a=1)
        table['self'] = table
        copy = list(range(3))
        copy.append(copy)
        comprehension = [x for x in (1, 2)]
        comprehension.append(comprehension)
        keyed = {i: i}
        keyed[0] = {1: keyed}
        Node()
    return len(pair), len(table), len(copy)


def size():
    """Pages of memory; 0 where they can't be asked for."""
    try:
        with open('/proc/self/statm') as file:
            return int(file.read().split()[1])
    except OSError:
        return 0


print(displays(150_000))
before = size()
print(displays(150_000))
print(size() - before < 5_000)

# What runs code of the program waits for a place where it may run.
names = []
Noisy('first')
watched = []
for i in range(200):
    node = Node()
    watched.append(weakref.ref(node, lambda reference: names.append('gone')))
del node
for i in range(300_000):
    row = [i]
    row.append(row)
    if i % 1000 == 0:
        Node()
import gc

gc.collect()
print(names.count('first'), names.count('gone'), sum(reference() is None for reference in watched))
