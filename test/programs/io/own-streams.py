import io
import sys
from io import StringIO


class Loud:
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        self.stream.write(text.upper())

    def flush(self):
        self.stream.flush()


def captured(action):
    saved, sys.stdout = sys.stdout, StringIO()
    try:
        action()
        return sys.stdout.getvalue()
    finally:
        sys.stdout = saved


print(repr(captured(lambda: print('hello', 1))))
print(repr(captured(lambda: sys.stdout.write('direct\n'))))
sys.stdout = Loud(sys.stdout)
print('loud')
sys.stdout.write('also loud\n')
sys.stdout = sys.__stdout__
print('quiet')
sys.stdin = io.StringIO('3\nfour five\nrest\nlast\n')
print(int(input()), input().split(), sys.stdin.readline(), [line.strip() for line in sys.stdin])
errors = io.StringIO()
sys.stderr = errors
print('to errors', file=sys.stderr)
sys.stderr.write('more')
sys.stderr = sys.__stderr__
print(repr(errors.getvalue()))
