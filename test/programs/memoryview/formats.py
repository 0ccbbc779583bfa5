# Casts, and every format at its limits; views that have been released.
import struct


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


raw = bytearray(range(240, 256)) + bytearray(8)
v = memoryview(raw)
for code in "bBc?hHiIlLqQnNfd":
    w = v.cast(code)
    print(code, w.format, w.itemsize, len(w), w.shape, w.strides, w[0] == w.tolist()[0], w.nbytes)
    if code not in "c?fd":
        print(w[0], w[-1], list(w[:2]))
        bits = 8 * w.itemsize
        for n in (0, -1, 2 ** (bits - 1) - 1, 2 ** (bits - 1), -(2 ** (bits - 1)), -(2 ** (bits - 1)) - 1, 2**bits - 1, 2**bits, True):
            attempt(lambda: (w.__setitem__(0, n), w[0], raw[:2]))
        attempt(lambda: w.__setitem__(0, 1.0))
d = v.cast("d")
d[0] = 1.5
d[1] = 3
d[2] = float("inf")
print(d.tolist(), struct.unpack("3d", raw), sum(d))
attempt(lambda: d.__setitem__(0, "x"))
f = v[:8].cast("f")
f[0] = 0.1
print(f[0], f[1:].tolist())
c = v.cast("c")
c[0] = b"A"
print(c[0], list(c[1:3]))
attempt(lambda: c.__setitem__(0, 65))
attempt(lambda: c.__setitem__(0, b"ab"))
q = v.cast("?")
q[0] = []
print(q[0], raw[0])
attempt(lambda: d.cast("i"))
attempt(lambda: v.cast("x"))
attempt(lambda: v.cast("<i"))
attempt(lambda: v.cast(5))
attempt(lambda: v[1:].cast("i"))
attempt(lambda: v[::2].cast("i"))
print(v.cast("@i").format, v.cast("i", [6]).shape, d.cast("B") == raw, v.cast("i", shape=(6,)).nbytes)
attempt(lambda: v.cast("i", [5]))
attempt(lambda: v.cast("i", 5))
print(memoryview(b"\1\0\0\0\2\0\0\0").cast("i") == memoryview(b"\1\0\0\0\2\0\0\0").cast("I"), memoryview(b"\1\2").cast("b") == b"\1\2", memoryview(b"\1\0").cast("h") == b"\1\0")
nan = memoryview(struct.pack("d", float("nan"))).cast("d")
print(nan == nan, nan != nan)
attempt(lambda: hash(memoryview(b"1234").cast("i")))
print(v.tobytes("C") == v.tobytes(order=None) == bytes(raw))
attempt(lambda: v.tobytes("X"))

with memoryview(raw) as w:
    part = w[2:4]
    print(len(w))
attempt(lambda: w[0])
attempt(lambda: len(w))
attempt(lambda: list(w))
attempt(lambda: bytes(w))
attempt(lambda: b"".join([w]))
attempt(lambda: w.format)
attempt(lambda: w.__enter__())
print(w == w, w == raw, w != raw, repr(w)[:16], part.tolist())
w.release()
for one in (v, d, f, c, q, part):
    one.release()
attempt(lambda: raw.append(1))


class Source:
    def __buffer__(self, flags):
        return memoryview(b"from source")


print(memoryview(Source()).tobytes(), bytes(Source()))


class Bad:
    def __buffer__(self, flags):
        return 5


attempt(lambda: memoryview(Bad()))
it = iter(memoryview(b"ab"))
print(next(it), next(it), next(it, None), next(it, None))
