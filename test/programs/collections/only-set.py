# One abstract class alone in a program: what is registered with classes below it counts all the same.
from collections.abc import Set

for x in [1, 1.5, 1j, True, 'a', b'', bytearray(), memoryview(b''), (), [], {}, set(), frozenset(), range(3), {}.keys(), {}.values(), {}.items(), iter([]), len, int, None, type.__dict__]:
    print(type(x).__name__, isinstance(x, Set), issubclass(type(x), Set))
