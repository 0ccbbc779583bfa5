calls = [
    lambda: "abc"[10],
    lambda: "a" + 1,
    lambda: "abc".index("z"),
    lambda: int("x"),
    lambda: "abc" < 1,
    lambda: "a" * "b",
    lambda: "".join([1]),
    lambda: "{}".format(),
    lambda: "%d" % "x",
    lambda: b"\xff".decode(),
    lambda: "\ud800".encode(),
    lambda: "é".encode("ascii"),
    lambda: ord("ab"),
    lambda: chr(-1),
    lambda: "abc".foo,
    lambda: "a".split(""),
    lambda: "{x}".format(y=1),
    lambda: f"{1:q}",
]
for call in calls:
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
try:
    b"ab\xff".decode("ascii")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e)
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
