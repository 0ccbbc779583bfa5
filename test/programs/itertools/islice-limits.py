# Which argument of islice is to blame; ranges without an end in sight are refused before any item is made.
from itertools import islice
for a in ((-1,), (-2,), (1, -1), (1, -5), (-1, 3), (-2, 3), (0, 3, 0), (0, 3, -1), (0, 3, -4), (2**70,), ('a',), (1, 2.5), (None, None, None), (0, None, 'a'), (2**70, 3), (0,2**70)):
    try: print(a, list(islice(range(3), *a)))
    except Exception as e: print(a, type(e).__name__, e)
for make in (lambda: list(range(2**70)), lambda: tuple(range(2**70)), lambda: [*range(-2**70, 0)], lambda: sorted(range(2**70)), lambda: len(range(2**70))):
    try: print(make())
    except OverflowError as e: print(e)
