# Arguments that are indices must fit the machine's size; bounds of slices are clamped.
from collections import deque

cases = [
    lambda: [1].insert(2**64, 1),
    lambda: [1].insert(-(2**70), 1),
    lambda: [1].pop(2**64),
    lambda: bytearray(b"a").insert(2**64, 1),
    lambda: bytearray(b"a").pop(2**64),
    lambda: deque([1]).insert(2**64, 1),
    lambda: deque([1]).rotate(2**64),
    lambda: (5).to_bytes(2**64, "big"),
    lambda: [1].index(1, -(2**64), 2**64),
    lambda: [1, 2][: 2**64],
    lambda: [1][2**64],
]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)

numbers = [1, 2]
try:
    numbers.insert(18446744073709551616, 3)
except OverflowError as error:
    print(error, numbers)
