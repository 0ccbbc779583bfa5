# What does not fit, and how that is said.
from array import array
for c in 'bBhHiIlLqQ':
    for v in (-1, -129, -2**15-1, -2**31-1, -2**63-1, -2**70, 256, 2**16, 2**31, 2**32, 2**63, 2**64, 2**70, 1.5, 'a'):
        try: print(c, v, array(c, [v])[0])
        except Exception as e: print(c, v, type(e).__name__, e)
