name, n, x = "World", 42, 3.14159
print(f"Hello {name}! {n:5d}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n:#b}|{n:,}|{n!r:>6}")
print(f"{x:.2f} {x:8.3f} {x:<8.1f}| {x:e} {x:g} {x:.0f} {-x:+.1f} {10 ** 7:_} {1e10:,.2f} {0.256:.1%}")
print(f"{name:>10}|{name:*^11}|{name:.3}|{name!r}|{name!s:8}|{'é'!a}|{{literal}}|{n=}|{x = :.1f}|{n + 1 = }")
width, precision = 10, 2
print(f"{x:{width}.{precision}f}|{name:{'<'}{width}}|{f'{n}':>4}|{[1, 2]!r}|{ {'a': 1}['a'] }|{'a' if n else 'b'}")
print(f"{2 ** 70:,} {2 ** 70:x} {-2 ** 70:e} {True:d} {True} {None} {1 + 2j} {b'x'}")
print("{} {0}".replace("{0}", "x").format(1), "{1}-{0}-{1}".format("a", "b"), "{k:>4}".format(k=5), "{0[1]} {1.real}".format([1, 2], 7))
print(format(5, "03"), format("a", ">3"), format(2.5), "%d %5.1f %s %r %x %%" % (5, 2.25, "s", "r", 255), "%(a)s" % {"a": 1})
for bad in (lambda: f"{n:q}", lambda: f"{name:d}", lambda: "{}".format(), lambda: "%d" % "a", lambda: f"{x:d}"):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print("a" f"{n}" "b", f'''multi
{name}''', rf"\n{n}")
