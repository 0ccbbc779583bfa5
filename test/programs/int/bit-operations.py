values = (0, 1, -1, 5, -6, 2 ** 62 - 1, 2 ** 63, -(2 ** 63), 2 ** 64 - 1, -(2 ** 65))
for a in values:
    print(~a, [a & b for b in values], [a | b for b in values], [a ^ b for b in values])


def lcg(n):
    x = 12345
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return x


def fnv(text):
    h = 0xCBF29CE484222325
    for byte in text.encode():
        h = (h ^ byte) * 0x100000001B3 % 2 ** 64
    return h


print(lcg(1), lcg(2), lcg(1000), fnv("hello"), fnv(""))
