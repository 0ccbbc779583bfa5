print(int("42"), int("  -17  "), int("1_000"), int("ff", 16), int("0xff", 0), int("-0b101", 0), int("z", 36))
print(int(3.99), int(-3.99), int(True), int(1e20), int("9" * 40), int(b"12"))
print(str(2 ** 200), repr(-(10 ** 30)), hex(255), hex(-(2 ** 70)), oct(64), bin(-10), bin(2 ** 65))
for text in ("", "abc", "1.5", "0x10", "1__0", "--1", " "):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
for bad in (None, [], "1"):
    try:
        print(int(bad, 10))
    except TypeError as error:
        print(error)
print((255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (10).bit_length(), (-3).__abs__())
print(int.from_bytes(b"\xff\xfe", "big", signed=True), (-2).to_bytes(3, "little", signed=True))
print((6).as_integer_ratio(), (3).conjugate(), (5).real, (5).imag, (7).numerator, (4).is_integer())
