# Offsets from the end, and those that are out of range.
import struct

buffer = b'0123456789'
for offset in (-11, -10, -2, 8, 10, 0):
    try:
        print(struct.unpack_from('<i', buffer, offset))
    except struct.error as error:
        print(error)
for offset in (-10, -2, 7, -3, 0):
    target = bytearray(9)
    try:
        struct.pack_into('<bbb', target, offset, 1, 2, 3)
        print(target)
    except struct.error as error:
        print(error)
for call in (lambda: struct.pack_into('<b', b'x', 0, 1), lambda: struct.unpack_from('<b', 'x', 0)):
    try:
        call()
    except TypeError as error:
        print(error)
