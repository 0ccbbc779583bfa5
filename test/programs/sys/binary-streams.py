# Streams of bytes below standard output and standard error.
import sys

out = sys.stdout.buffer
print(out is sys.stdout.buffer, out.fileno(), out.writable(), out.readable(), out.closed, out.name, sys.stdin.buffer.fileno(), sys.stderr.buffer.name)
sys.stdout.flush()
print(out.write(b'abc\xc3\xa9\n'), flush=True)
out.writelines([b'd', bytearray(b'ef'), memoryview(b'g\n')])
out.flush()
n = sys.stderr.buffer.write('häh\n'.encode())
sys.stderr.buffer.flush()
print(n, flush=True)
try:
    out.write('text')
except TypeError as error:
    print(error)
print(sys.stdin.buffer.read(), sys.stdin.buffer.readline(), list(sys.stdin.buffer))


# io's classes are bases of the streams that a program starts with.
import io

def kinds(x):
    return [isinstance(x, c) for c in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase, io.TextIOWrapper, io.BufferedReader, io.BufferedWriter, io.StringIO)]

for x in (sys.stdin, sys.stdout, sys.stderr, sys.stdin.buffer, out, io.StringIO(), io.BytesIO(), 'text'):
    print(type(x), kinds(x), issubclass(type(x), io.TextIOBase))
print(sys.stdout.seekable.__self__ is sys.stdout, isinstance(sys.stdout, (int, io.TextIOBase)))
