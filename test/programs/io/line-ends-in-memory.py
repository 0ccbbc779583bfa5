import array
import io

text = 'a\nb\r\nc\rd'
for newline in (None, '', '\n', '\r', '\r\n', 'x'):
    try:
        stream = io.StringIO(text, newline)
        print(repr(newline), stream.readlines(), repr(stream.getvalue()), stream.write('e\nf\r'), repr(stream.getvalue()))
    except ValueError as e:
        print(e)
s = io.StringIO('abc')
print(s.encoding, s.errors, s.newlines, s.line_buffering, s.isatty(), io.BytesIO(b'xy').getbuffer().tobytes(), io.BytesIO(array.array('B', [65])).read())
print(io.BytesIO(None).getvalue(), io.BytesIO(bytearray(b'a\nb')).readlines(), io.BytesIO(memoryview(b'abc')[1:]).read())
for act in (s.fileno, s.detach, lambda: s.read('a'), lambda: io.BytesIO(5), lambda: io.BytesIO('a'), lambda: io.BytesIO().write([1]), lambda: io.BytesIO().write(None), io.BytesIO().fileno):
    try:
        print(act())
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
