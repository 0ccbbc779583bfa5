import struct
from struct import calcsize, pack, unpack

print(pack('<iHb', 1, 2, -3), pack('>q', -1), pack('=5s?c', b'ab', True, b'z'), pack('ihb', 1, 2, 3), calcsize('bid'), calcsize('<bid'), calcsize('@b0l'))
print(unpack('<iHb', b'\x01\x00\x00\x00\x02\x00\xfd'), unpack('>2h', b'\x00\x01\xff\xff'), unpack('3s2x?', b'abc\0\0\1'), unpack('4p', b'\x02xyz'))
for value in (0.0, -0.0, 1.5, -2.75, 3.14159, 1e300, 5e-324, float('inf'), float('-inf'), 65504.0, 2.2250738585072014e-308):
    packed = pack('<d', value)
    print(packed, unpack('<d', packed)[0])
print(pack('<f', 0.1), unpack('<f', pack('<f', 0.1)), pack('>e', 1.5), unpack('>e', b'\x3e\x00'), unpack('f', pack('f', 1e-45)), unpack('<d', pack('<d', float('nan'))))
buffer = bytearray(8)
struct.pack_into('<H', buffer, 2, 513)
print(buffer, struct.unpack_from('<H', buffer, 2), list(struct.iter_unpack('<H', b'\1\0\2\0')), struct.Struct('<2i').pack(1, 2), struct.Struct('<2i').size)
for action in (lambda: pack('b', 200), lambda: pack('B', -1), lambda: pack('H', 70000), lambda: pack('i', 'x'), lambda: pack('i'), lambda: unpack('i', b''), lambda: pack('z', 1),
               lambda: pack('c', 5), lambda: pack('<f', 1e300), lambda: pack('3', 1), lambda: pack('I', 2**32), lambda: pack('d', 'x'), lambda: pack('s', 5)):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
