for x in (0.1, 1e15, 1e16, 123456.789, 1e-4, 1e-5, 1.5e300, float("inf"), -float("inf"), float("nan"), 100.0, -0.0):
    print(x, repr(x), str(x), f"{x:.2f}", f"{x:10.3e}|", f"{x:g}", f"{x:,.1f}", f"{x:%}")
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1234.567, -2), round(7), round(15, -1))
print(float("1e3"), float("  -2.5 "), float("1_0.5"), float("infinity"), float("-nan"), float(10 ** 22))
for text in ("", "abc", "1.2.3", "1e"):
    try:
        float(text)
    except ValueError as error:
        print(error)
print((0.5).as_integer_ratio(), (3.0).is_integer(), (2.5).hex(), float.fromhex("0x1.8p1"), (1e300).hex())
print(int(2.9), int(-2.9), hash(2.0) == hash(2), hash(0.5), 1e400 == float("inf"))
