import io
import sys
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress


class Door:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print('shut', details[0])


with suppress(ValueError):
    raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(2)])])
try:
    with suppress(ValueError):
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
except* KeyError as rest:
    print(repr(rest))
print(issubclass(Door, AbstractContextManager), issubclass(int, AbstractContextManager), isinstance(nullcontext(), AbstractContextManager))
print(isinstance(ExitStack(), AbstractContextManager), isinstance(contextmanager(iter)([]), AbstractContextManager))
with redirect_stdout(io.StringIO()) as out, redirect_stderr(out):
    print('one')
    print('two', file=sys.stderr)
print(repr(out.getvalue()))
try:
    with ExitStack() as stack:
        stack.push(Door())
        stack.push(lambda *details: print('pushed', details[0]))
        stack.callback(lambda: 1 / 0)
        raise ValueError('first')
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))
stack = ExitStack()
stack.enter_context(Door())
kept = stack.pop_all()
stack.close()
print('still open')
kept.close()
