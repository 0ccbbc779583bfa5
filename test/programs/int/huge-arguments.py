# Integers that no C type holds, given where a size, a place or a time is asked for.
import bisect, collections, itertools, random, struct, sys, time

HUGE = 1 << 70


def attempt(name, function):
    for value in (HUGE, -HUGE):
        try:
            print(name, function(value))
        except Exception as error:
            print(name, type(error).__name__, error)


attempt('bisect from', lambda n: bisect.bisect_left([1], 2, n))
attempt('bisect to', lambda n: bisect.insort([1], 2, 0, n))
attempt('getrandbits', random.getrandbits)
attempt('deque', lambda n: collections.deque([], n))
attempt('product', lambda n: itertools.product([1], repeat=n))
attempt('permutations', lambda n: itertools.permutations([1], n))
attempt('combinations', lambda n: itertools.combinations(None, n))
attempt('repeat', lambda n: itertools.repeat(1, n))
attempt('batched', lambda n: itertools.batched([1], n))
attempt('tee', lambda n: itertools.tee([1], n))
attempt('islice', lambda n: itertools.islice([1], 1.0, n))
attempt('islice', lambda n: itertools.islice([1], 1.0, 2.0 if n > 0 else None))
for times in (lambda n: [1] * n, lambda n: (1,) * n, lambda n: 'a' * n, lambda n: b'a' * n, lambda n: collections.deque([1]) * n):
    attempt('times', times)
attempt('recursion', sys.setrecursionlimit)
attempt('digits', sys.set_int_max_str_digits)
for code in ('q', '>Q', '=q', 'P', 'n', 'h'):
    attempt(code, lambda n: struct.pack(code, n))
print(time.gmtime(1 << 55), time.gmtime(-0.5))
for moment in (HUGE, -(1 << 62), 1e30, float('nan'), '1'):
    for function in (time.gmtime, time.localtime, time.ctime):
        try:
            print(function(moment))
        except Exception as error:
            print(type(error).__name__, error)
for field, values in enumerate([(1 << 40, HUGE), (0, 13, -2), (0, 32, -1), (25, -1), (60, -1), (62, -1), (-2, -1, 8), (0, 367, -1)]):
    for value in values:
        for function in (time.asctime, lambda t: time.strftime('%Y %j %A', t)):
            try:
                print(field, value, function((2000, 1, 1, 0, 0, 0, 0, 1, 0)[:field] + (value,) + (2000, 1, 1, 0, 0, 0, 0, 1, 0)[field + 1:]))
            except Exception as error:
                print(field, value, type(error).__name__, error)
