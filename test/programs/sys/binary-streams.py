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
