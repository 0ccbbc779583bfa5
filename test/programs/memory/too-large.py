"""What no machine can hold is a MemoryError."""


def attempt(f):
    try:
        return f()
    except (MemoryError, OverflowError) as e:
        return type(e).__name__


for f in (lambda: [0] * (1 << 60), lambda: 'a' * (1 << 62), lambda: bytearray(1 << 60), lambda: (1,) * (1 << 60), lambda: list(range(1 << 60)),
          lambda: bytes(1 << 62), lambda: 'abc'.ljust(1 << 60), lambda: 'a'.zfill(1 << 60), lambda: [0] * (1 << 63), lambda: [1] * -5):
    print(attempt(f))
