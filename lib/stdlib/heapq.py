"""Heaps in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""
from _heapq import heapify, heappop, heappush, heappushpop, heapreplace
__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    heap = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            heap.append(_Run(value, -order if reverse else order, iterator, key, reverse))
            break
    heapify(heap)
    while len(heap) > 1:
        run = heap[0]
        yield run.value
        if run.advance():
            heapreplace(heap, run)
        else:
            heappop(heap)
    if heap:
        run = heap[0]
        yield run.value
        yield from run.iterator


class _Run:
    """What is left of one of the iterables, ordered by its next value."""

    def __init__(self, value, order, iterator, key, reverse):
        self.value = value
        self.sort_key = value if key is None else key(value)
        self.order = order
        self.iterator = iterator
        self.key = key
        self.reverse = reverse

    def advance(self):
        for value in self.iterator:
            self.value = value
            self.sort_key = value if self.key is None else self.key(value)
            return True
        return False

    def __lt__(self, other):
        if self.reverse:
            if other.sort_key < self.sort_key:
                return True
            return not self.sort_key < other.sort_key and other.order < self.order
        if self.sort_key < other.sort_key:
            return True
        return not other.sort_key < self.sort_key and self.order < other.order


def nsmallest(n, iterable, key=None):
    return _first(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    return _first(n, iterable, key, True)


def _first(n, iterable, key, reverse):
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        size = None
    if size is None or not n >= size:
        iter(iterable)  # what is none is refused all the same
        if not (range(0, -n, -1) if reverse else range(n)):
            return []
    return sorted(iterable, key=key, reverse=reverse)[:n]
