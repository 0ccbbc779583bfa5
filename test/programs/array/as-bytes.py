# Arrays stand for their bytes where a buffer is asked for.
from array import array

h = array('h', [1, 2, -3])
print(bytes(h), bytearray(h), list(h))
print(b'ab' + h, b'ab' + array('b', [1]), bytearray(b'x') + h)
data = bytearray(b'12')
data += array('B', [65, 66])
data.extend(array('H', [67]))
data[0:1] = array('H', [68])
print(data)
print(bytes(array('d', [1.5])), bytes(array('i')))
try:
    b'' + [1]
except TypeError as e:
    print(e)
try:
    h + b'x'
except TypeError as e:
    print(e)
try:
    data += 5
except TypeError as e:
    print(e)
