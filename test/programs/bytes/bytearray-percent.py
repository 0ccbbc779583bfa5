"""% of bytearrays gives bytearrays."""
b = bytearray(b'%d %s|%5.2f|%c')
print(b % (5, b'x', 1.5, 65), type(b % (1, b'', 0, b'q')))
try:
    b % 5
except TypeError as e:
    print(e)
try:
    5 % b
except TypeError as e:
    print(e)
b = bytearray(b'%%')
b %= ()
print(b)
