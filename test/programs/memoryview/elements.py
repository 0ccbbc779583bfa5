# Views of bytes and bytearrays: reading, slicing, writing, what they refuse.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def show(v):
    print(v.format, v.itemsize, v.nbytes, v.ndim, v.shape, v.strides, v.suboffsets, v.readonly, v.contiguous, v.c_contiguous, v.f_contiguous, len(v))


data = bytearray(b"hello world")
v = memoryview(data)
show(v)
print(v[0], v[-1], v[2:5].tobytes(), bytes(v[::-2]), v.tolist()[:3], v.obj is data, v.hex(), v[1:4].hex("-"))
v[0] = 72
v[6:11] = b"WORLD"
v[::5] = memoryview(b"123")
print(data)
w = v[2:][::2]
show(w)
w[0] = 0
print(w.tolist(), list(w), w[1:][0], 0 in w, 200 in w, max(w), sum(w))
fixed = memoryview(b"abcd")
show(fixed)
show(memoryview(b""))
attempt(lambda: fixed.__setitem__(0, 1))
attempt(lambda: v[11])
attempt(lambda: v["a"])
attempt(lambda: v.__setitem__(0, 256))
attempt(lambda: v.__setitem__(0, "a"))
attempt(lambda: v.__setitem__(0, 1.5))
attempt(lambda: v.__delitem__(0))
attempt(lambda: v.__setitem__(slice(0, 2), b"abc"))
attempt(lambda: v.__setitem__(slice(0, 2), 5))
attempt(lambda: memoryview(5))
attempt(lambda: memoryview("a"))
attempt(lambda: memoryview())
attempt(lambda: data.append(1))
attempt(lambda: data.clear())
attempt(lambda: data.pop())
attempt(lambda: data.__delitem__(slice(0, 4, 2)))
attempt(lambda: data.extend(b"x"))
data[0:2] = b"ab"
v[1:5] = v[0:4]
print(data, v == data, data == v, v == b"x", v[2:4] == b"bl", fixed == memoryview(bytearray(b"abcd")), fixed != b"abcd")
print(hash(fixed) == hash(b"abcd"), {fixed: 1}[b"abcd"])
attempt(lambda: hash(v))
attempt(lambda: hash(memoryview(bytearray(b"")).toreadonly()))
attempt(lambda: fixed < b"abce")
attempt(lambda: fixed + b"x")
attempt(lambda: b"x" + fixed)
attempt(lambda: bytearray(b"x") + fixed)
attempt(lambda: b"-".join([fixed, b"y", memoryview(b"z")]))
attempt(lambda: b"xabcdx".find(fixed))
attempt(lambda: b"x".join([fixed[::2]]))
attempt(lambda: (bytes(fixed), bytearray(fixed), str(fixed, "ascii"), float(memoryview(b"1.5")), b"%s" % fixed))
print(repr(fixed)[:12], type(fixed), isinstance(fixed, memoryview), type(iter(fixed)).__name__)
match fixed:
    case [a, *rest, b]:
        print(a, rest, b)
