# A memoryview of an array is the array's memory: both see what the other writes, and the array keeps its length meanwhile.
from array import array


def attempt(action, *args):
    try:
        print(action(*args))
    except Exception as error:
        print(type(error).__name__, error)


a = array('i', [1, 2, 3, 4])
view = memoryview(a)
print(view.format, view.itemsize, view.nbytes, view.shape, view.readonly, view.obj is a, list(view[1:-1]))
view[2] = 60
a[0] = -7
view[1:3] = array('i', [8, 9])
print(a, view.tolist(), a.tolist(), list(a), a[1:], a[-1], sum(a), 9 in a, a.index(9), a.count(4), a == array('i', [-7, 8, 9, 4]))
for change in (a.append, a.remove, a.extend, a.insert, a.pop, a.frombytes, a.__delitem__, a.__imul__, a.fromlist, a.clear):
    attempt(change, *{'insert': (0, 1), 'pop': (), 'clear': (), 'extend': ([1],), 'fromlist': ([1],), 'frombytes': (b'1234',), '__imul__': (3,), 'remove': (4,)}.get(change.__name__, (0,)))
attempt(a.__setitem__, slice(0, 1), array('i', [5, 6]))
a[0:2] = array('i', [5, 6])
a.reverse()
print(view.tolist(), a.tobytes() == bytes(view), a + a, a * 2, min(a), len(a), a < array('i', [9]), repr(a))
a.byteswap()
print(hex(view[0]), view == a)
a.byteswap()
part = view[1:]
view.release()
attempt(a.append, 1)
part[0] = 77
part.release()
a.append(100)
a[1] += 1
print(a, memoryview(a)[::2].tolist())
a.extend([200])
print(a)

for code in 'bBhHIlLqQfd':
    numbers = array(code, [0, 1, 127])
    with memoryview(numbers) as m:
        m[1:] = m[:-1]
        m[0] = 5
        print(code, m.format, m.itemsize, numbers, list(numbers))
attempt(lambda: memoryview(a).__setitem__(0, 'x'))
attempt(lambda: memoryview(a).__setitem__(slice(0, 2), b'12345678'))
attempt(lambda: a.__setitem__(slice(0, 2), array('h', [1, 2])))
attempt(lambda: a.__delitem__(50))


class Window:
    def __init__(self):
        self.data = bytearray(b'abc')

    def __buffer__(self, flags):
        return memoryview(self.data)


window = Window()
m = memoryview(window)
m[0] = 65
print(bytes(m), window.data, bytes(window))
del m
window.data.append(1)

# Abstract classes know arrays.
from collections.abc import Hashable, MutableSequence, Sequence


class Bytes(array):
    pass


class Own(MutableSequence):
    pass


for kind in (Sequence, MutableSequence, Hashable, Own):
    print(kind.__name__, isinstance(array('b'), kind), issubclass(Bytes, kind), issubclass(list, kind))
