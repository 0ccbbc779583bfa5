b = bytearray(b"hello")
b.append(33)
b.extend([32, 119])
b += b"orld"
b[0] = 72
b[1:3] = b"EYYE"
del b[-1]
b.insert(0, 62)
print(b, len(b), b.pop(), b.pop(0), b.find(b"YY"), b.upper(), b[::2], b * 2)
b.reverse()
b.remove(101 if 101 in b else b[0])
print(b, bytes(b), b == bytes(b), b < b"z", b.hex("-"), bytearray.fromhex("41 42"), list(b[:3]))
b[::2] = b"." * len(b[::2])
del b[::3]
print(b, b.copy(), b.split(b"."), b.replace(b".", b""), b.decode())
b.clear()
for change in (lambda: b.append(256), lambda: b.pop(), lambda: b.append("a"), lambda: b.extend("x"), lambda: b[5], lambda: b.index(b"q"), lambda: hash(b), lambda: bytes([300]), lambda: bytes("x"), lambda: b"a" + "b"):
    try:
        change()
    except Exception as e:
        print(type(e).__name__, e)
