import io

b = io.BytesIO(b'abcdef')
view = b.getbuffer()
view[2:4] = b'56'
print(b.getvalue(), b.read(3), len(view), view.readonly)
for change in (lambda: b.write(b'x'), lambda: b.truncate(2), lambda: b.close()):
    try:
        change()
    except BufferError as error:
        print(error)
view[0] = 65
print(b.getvalue())
view.release()
print(b.write(b'ZZZZ'), b.getvalue())
b.close()
try:
    b.getbuffer()
except ValueError as error:
    print(error)
