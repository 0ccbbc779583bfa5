import io
import os

NAME = '/tmp/tauraro-layers-test.tmp'
with open(NAME, 'wb') as f:
    print(type(f), f.mode, f.raw.mode, type(f.raw), f.readable(), f.writable(), f.seekable(), isinstance(f, io.BufferedIOBase))
    f.write(b'a\nb\r\nc\rd')
with open(NAME, 'rb', buffering=0) as f:
    print(type(f), f, f.read(3), f.tell(), f.readall(), f.closefd, isinstance(f, io.RawIOBase))
for mode in 'rb', 'r+b', 'ab', 'a+b':
    with open(NAME, mode) as f:
        print(f, f.mode, type(f).__name__, f.readable(), f.writable())
with open(NAME, encoding='utf-8') as f:
    print(f, type(f.buffer), f.newlines, f.read(), f.newlines, isinstance(f, io.TextIOBase))
with open(NAME, newline='') as f:
    print(f.newlines, repr(f.readline()), f.newlines, repr(f.readline()), f.tell() > 0)
with open(NAME, newline='\n') as f:
    print(repr(f.read()), f.newlines)
with io.FileIO(NAME, 'r+') as f:
    print(f.mode, f.write(b'XY'), f.seek(0), f.read(), f.truncate(4), f.readable())
print(f)
with io.BufferedReader(io.FileIO(NAME)) as f:
    print(f.peek(), f.read1(1), f.readline(), f.readline(), f.read())
with io.BufferedWriter(io.FileIO(NAME, 'w')) as f:
    print(f.write(b'one\ntwo\n'), f.tell())
with io.BufferedRandom(io.FileIO(NAME, 'r+')) as f:
    print(f.readline(), f.write(b'TWO'), f.seek(0), f.read())
place = bytearray(5)
with open(NAME, 'rb') as f:
    print(f.readinto(place), place)
print(io.TextIOWrapper(io.BytesIO(b'x\xc3\xa9\n'), encoding='utf-8').read())
print(io.BufferedReader(io.BytesIO(b'in memory')).read(2))
text = io.StringIO('a\r\nb\n', newline=None)
print(text.newlines, text.write('c\rd'), text.newlines, io.StringIO('a\r\n').newlines)


class Numbers(io.RawIOBase):
    def __init__(self):
        self.left = [b'1\n2', b'2\n', b'3\n', b'']

    def readable(self):
        return True

    def readinto(self, b):
        data = self.left.pop(0)
        b[:len(data)] = data
        return len(data)


print(list(io.BufferedReader(Numbers())), Numbers().read(100), Numbers().readall())
print(io.RawIOBase().readable(), io.IOBase().seekable())
attempts = [
    lambda: open(NAME, 'wb').read(), lambda: open(NAME, 'rb').write(b''), lambda: io.FileIO(NAME).write(b''), lambda: open(NAME, buffering=0),
    lambda: open(NAME, 'rb', encoding='utf-8'), lambda: open(NAME, 'rb', errors='strict'), lambda: io.BufferedWriter(io.FileIO(NAME)),
    lambda: io.BufferedReader(io.FileIO(NAME, 'w')), lambda: open(NAME, 'rb').read(-2), lambda: open(NAME, 'wb').write('text'),
    lambda: io.FileIO(NAME, closefd=False), lambda: open(NAME, 'q'),
]
for attempt in attempts:
    try:
        print(attempt())
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
f = open(NAME, 'w')
f.close()
f.close()
for attempt in (lambda: f.write('x'), lambda: f.buffer.write(b''), lambda: f.buffer.raw.fileno()):
    try:
        attempt()
    except ValueError as error:
        print(error)
os.remove(NAME)
f = open(NAME, 'w+b')
f.close()
for attempt in (f.read, f.readline, f.peek, f.flush, f.tell, f.truncate, f.readable, f.seekable, f.fileno, lambda: f.seek(0), lambda: list(f), lambda: f.__enter__()):
    try:
        print(attempt())
    except ValueError as error:
        print(error)
os.remove(NAME)


class Raw(io.RawIOBase):
    def __init__(self, most=100): self.most = most; self.none = 0; self.log = []
    def writable(self): return True
    def write(self, b):
        b = bytes(b)
        if self.none:
            self.none -= 1
            return None
        self.log.append(b[:self.most])
        return len(b[:self.most])
for most in 100, 3:
    r = Raw(most)
    w = io.BufferedWriter(r, 8)
    for part in (b'abc', b'defgh', b'i', b'jklmnopq', b'0123456789' * 2, b'rst', b'uvwxyz'):
        try:
            print(w.write(part), r.log)
        except Exception as e: print(type(e), e)
    w.flush(); print(r.log)
    r.none = 2
    print(w.write(b'12345678'))
    for i in range(3):
        try: w.flush(); print('flushed', r.log[-1])
        except BlockingIOError as e: print(e)
    r.none = 9
    try: w.write(b'0123456789abc')
    except BlockingIOError as e: print(e)
    r.none = 0; w.flush(); print(r.log[-3:])
    w.close()
b = io.BytesIO(); w = io.BufferedWriter(b, 1)
for x in b'foo', b'a', b'b', b'', b'cd': w.write(x); print(b.getvalue())
w.detach(); w = io.BufferedWriter(b, buffer_size=4)
w.write(b'zz'); print(b.getvalue()); print(w.detach() is b, b.getvalue())
try: io.BufferedWriter(io.BytesIO(), 0)
except ValueError as e: print(e)
class My(io.IOBase):
    def write(self, b): return len(b)
try: io.BufferedWriter(My(), 8)
except OSError as e: print(type(e), e)
t = io.TextIOWrapper(b, 'utf-8'); t.write('x'); t.flush(); print(b.getvalue())


# A layer lives as long as its variable, and with it the file below.
def written_below():
    below = io.BytesIO()
    layer = io.BufferedWriter(below)
    layer.write(b'abc')
    layer.flush()
    return below.getvalue(), below.closed


print(written_below())
