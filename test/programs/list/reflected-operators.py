# Sequences are joined and repeated only when no number method of the other operand has answered.
class R:
    def __radd__(self, o): return ('radd', o)
    def __rmul__(self, o): return ('rmul', o)
from collections import deque
for x in ([1], (1,), 'a', b'a', bytearray(b'a'), deque([1]), 3, {1}):
    y = x
    try:
        y += R(); print(y)
    except Exception as e: print(type(e), e)
    y = x
    try:
        y *= R(); print(y)
    except Exception as e: print(type(e), e)
    try: print(x + R(), x * R())
    except Exception as e: print(type(e), e)
class I(R):
    def __iter__(self): return iter([5, 6])
    def __index__(self): return 2
l = [1]
l += I()
print(l)
l = [2]
l *= I()
print(l)
