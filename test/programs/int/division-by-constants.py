# Quotients and remainders by constants, of numbers whose range the compiler knows; at the ends of the ranges and around multiples.


def near(step, last):
    return [n for base in (0, step, 2 * step, last // step * step, last // 2 // step * step) for n in (base - 1, base, base + 1)] + [1, last]


def small(n):
    x = n & 0xFF
    return x // 3, x % 7, x // 10, x % 10, x // 255, x % 254


def medium(n):
    x = n & 0xFFFFF
    return x // 3, x % 7, x // 641, x % 1000, x // 1000003, x % 99991, x // 6


def half(n):
    x = n & 0xFFFFFFFF
    return x // 3, x % 7, x // 641, x % 4294967291, x // 4294967295, x % 2147483647, x // 28


def large(n):
    x = n & 0x3FFFFFFFFFFFFFFF
    return x // 3, x % 7, x // 1000003, x % 4294967297, x // 4611686018427387903, x % 4611686018427387847, x // 14


def signed(n):
    return n // 3, n % 7, n // -7, n % -1000003, n // 1000003, n % 9223372036854775807


def growing(count):
    x, acc = 1, 0
    for i in range(count):
        x = (x * 3 + i) % 1000003
        acc += x // 7 - x % 5 + i // 11 + i % 13
    return acc


for mask, test in (0xFF, small), (0xFFFFF, medium), (0xFFFFFFFF, half), (0x3FFFFFFFFFFFFFFF, large):
    for step in 3, 7, 10, 255, 641, 1000003, 4294967291:
        print(mask, step, sum(v * (i + k) % 1000003 for i, n in enumerate(near(step, mask)) if n >= 0 for k, v in enumerate(test(n))))
for n in near(7, 9223372036854775807) + near(1000003, 4611686018427387904) + [-9223372036854775808]:
    print(n, signed(n), signed(-n))
print(growing(20000))
