import base64

for data in b'', b'a', b'ab', b'abc', b'abcd', b'hello world', bytes(9), b' ' * 9, bytes(range(256)):
    a, b = base64.a85encode(data), base64.b85encode(data)
    print(a[:30], b[:30], base64.a85decode(a) == data, base64.b85decode(b) == data, base64.a85decode(a.decode()) == data)
    print(base64.a85encode(data, foldspaces=True, adobe=True, pad=True)[:20], base64.b85encode(data, pad=True)[:20], base64.z85encode(data)[:20])
    print(base64.a85decode(base64.a85encode(data, foldspaces=True, adobe=True), foldspaces=True, adobe=True) == data, base64.z85decode(base64.z85encode(data)) == data)
for width in 1, 2, 7, 20, 30:
    print(base64.a85encode(b'What is wrapped has lines', wrapcol=width), base64.a85encode(b'What is wrapped', wrapcol=width, adobe=True))
attempts = [
    lambda: base64.a85decode(b'v'), lambda: base64.a85decode(b'ab~>'), lambda: base64.a85decode(b'abz'), lambda: base64.a85decode(b'uuuuu'),
    lambda: base64.a85decode(b'abc', adobe=True), lambda: base64.b85decode(b'ab c'), lambda: base64.b85decode(b'~~~~~'), lambda: base64.b85decode('\xe9'),
    lambda: base64.z85decode(b'ab~c'), lambda: base64.z85decode(b'#####'), lambda: base64.a85decode(b'<~87cURD]i,"Ebo80~>', adobe=True),
    lambda: base64.a85decode(b'87cUR D]i\n,"E bo80'), lambda: base64.a85decode(b'y'), lambda: base64.b85decode(3),
]
for attempt in attempts:
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
