# Bytes of every kind are texts of numbers; errors of their % name them.
print(float(bytearray(b' 2.5 ')), int(bytearray(b'12')), float(b'-1e3'))
for wrong in (bytearray(b'x'), b'', bytearray()):
    try:
        print(float(wrong))
    except ValueError as e:
        print(e)
for format in (b'a', '%', b'%d'):
    try:
        print(format % (1, 2))
    except (TypeError, ValueError) as e:
        print(e)
