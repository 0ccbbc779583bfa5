import io
from io import BytesIO, StringIO
from contextlib import redirect_stdout

s = StringIO()
print('hello', 'world', file=s)
s.write('line 2\nline 3')
print(repr(s.getvalue()), s.tell(), s.read())
s.seek(0)
print(s.readline(), s.read(4), s.readlines(), s.seek(0), list(s))
s.seek(3)
s.write('XY')
s.seek(0, 2)
s.write('!')
print(repr(s.getvalue()), s.truncate(5), s.getvalue())
b = BytesIO(b'abc\ndef')
print(b.read(2), b.readline(), b.read(), b.seek(-2, 2), b.read(), b.getvalue(), b.tell())
b.seek(10)
b.write(b'z')
print(b.getvalue())
out = StringIO()
with redirect_stdout(out):
    print('captured')
print(repr(out.getvalue()))
with StringIO('a\nb\n') as f:
    for line in f:
        print(repr(line))
for action in (lambda: f.read(), lambda: s.write(5), lambda: b.write('x'), lambda: StringIO(5), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: BytesIO('x')):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
