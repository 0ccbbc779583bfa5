# bools and subclasses of int where C code expects ints
import random, math, itertools, operator


class I(int):
    pass


def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


random.seed(5)
T = True
for one in (True, I(1), I(7), I(10**20)):
    print(random.randrange(one) < one, random.randint(one, one), random.getrandbits(one) < 2 ** one if one < 99 else '', random.randrange(0, one, one), random.sample(range(10), one) != [] if one < 9 else '', random.choices([1, 2], k=one) != [] if one < 99 else '')
    random.seed(one)
    print(random.random(), random.randbytes(one) != b'' if one < 99 else '')
    attempt(math.gcd, one, 6)
    attempt(math.lcm, one, 6)
    attempt(math.comb, 8, one)
    attempt(math.perm, 8, one)
    attempt(math.factorial, one) if one < 99 else 0
    attempt(math.isqrt, one)
    attempt(math.prod, [one, one])
    attempt(math.ldexp, 1.5, one)
    attempt(math.dist, [one], [0])
    attempt(math.fsum, [one, one])
    attempt(math.sumprod, [one, one], [one, one])
    attempt(lambda: list(itertools.islice('abcdefghij', one)) if one < 99 else 0)
    attempt(lambda: list(itertools.repeat('a', one)) if one < 99 else 0)
    attempt(lambda: next(itertools.count(one, one)))
    attempt(lambda: list(itertools.combinations('abc', one)) if one < 99 else 0)
    attempt(lambda: 'ab' * one if one < 99 else 0)
    attempt(lambda: [1] * one if one < 99 else 0)
    attempt(lambda: range(one, one + 3))
    attempt(lambda: range(10)[one])
    attempt(lambda: 'abcdefghij'[one])
    attempt(lambda: (one).to_bytes(9))
    attempt(lambda: round(12345.678, one) if one < 99 else 0)
    attempt(lambda: round(12345, -one) if one < 99 else 0)
    attempt(lambda: divmod(one, one))
    attempt(lambda: pow(one, one, 5))
    attempt(lambda: pow(3, one, one))
    attempt(lambda: pow(3, one) if one < 99 else 0)
    attempt(lambda: sum([one, one], one))
    attempt(lambda: max(one, 0))
    attempt(lambda: bytes(one) if one < 99 else 0)
    attempt(lambda: bytes([one]))
    attempt(lambda: chr(one))
    attempt(lambda: hex(one) + bin(one) + oct(one))
    attempt(lambda: one << one if one < 99 else 0)
    attempt(lambda: one.bit_length())
    attempt(lambda: f'{one:>5}|{one!r}|{one:d}|{one:x}')
    attempt(lambda: '%d %s %x %5.1f' % (one, one, one, one))
    attempt(lambda: complex(one, one))
    attempt(lambda: float(one))
    attempt(lambda: one.__add__(one))
    attempt(lambda: int.from_bytes([one], 'big'))
    attempt(lambda: hash(one) == hash(int(one)))
    attempt(lambda: {1: 'a', 7: 'b'}[one])
    attempt(lambda: [0, 1, 7].index(one))
    attempt(lambda: enumerate('ab', one).__next__())
    attempt(lambda: 'a,b,c'.split(',', one))
    attempt(lambda: 'abc'.center(one) if one < 99 else 0)
    attempt(lambda: 'abc'.find('c', one))
    attempt(lambda: operator.index(one))
    attempt(lambda: bytearray(b'abc').pop(one))
    attempt(lambda: [1, 2, 3].insert(one, 4))

for arguments in ((True,), (True, True), (I(3),), (I(3), 1), (2, True), (True, 2), (I(10**20),), (10**20, True)):
    counter = itertools.count(*arguments)
    print(repr(counter), type(next(counter)).__name__, next(counter))
