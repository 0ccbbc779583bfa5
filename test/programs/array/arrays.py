from array import array

a = array('i', [3, 1, 2])
a.append(5)
a.extend([7, 8])
print(a, a[0], a[-1], a[1:3], len(a), a.typecode, a.itemsize, sum(a), 5 in a, a.index(2), a.count(3))
a[0] = 10
a[1:2] = array('i', [4, 4])
del a[-1]
a.insert(1, 6)
print(a, a.pop(), a.pop(0), a.tolist(), a.tobytes(), list(reversed(a)), a + array('i', [1]), a * 2, a == array('i', a), a < array('i', [9]))
a.reverse()
a.remove(4)
print(a, array('d', [1, 2.5]), array('f', [0.1])[0], array('b', b'\xff\x01'), array('u', 'héy'), array('d'), sorted(array('h', [3, -1])))
b = array('H')
b.frombytes(b'\1\0\2\0')
b.byteswap()
print(b, array('q', [2**62]))
for action in (lambda: array('b', [200]), lambda: array('i', ['x']), lambda: array('z'), lambda: a[99], lambda: array('B', [-1]), lambda: a.remove(99), lambda: array('i', [1.5]),
               lambda: a.append('x'), lambda: array('i', 'abc'), lambda: array('i', b'abc')):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
total = 0
big = array('l', range(1000))
for i in range(len(big)):
    big[i] *= 2
    total += big[i]
print(total)
