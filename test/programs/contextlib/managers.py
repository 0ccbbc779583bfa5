from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def tag(name):
    print('<', name)
    try:
        yield name.upper()
    except ValueError as e:
        print('caught', e)
    finally:
        print('>', name)


with tag('a') as a, tag('b') as b:
    print(a, b)
with tag('c'):
    raise ValueError('inside')
try:
    with tag('d'):
        raise KeyError('through')
except KeyError as e:
    print('out', e)


@tag('deco')
def f(x):
    return x + 1


print(f(1), f(2))
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with ExitStack() as stack:
    stack.enter_context(tag('s1'))
    stack.callback(print, 'callback', 1)
    stack.enter_context(tag('s2'))
    print('body')


class Thing:
    def close(self):
        print('closed')


with closing(Thing()) as t, nullcontext(5) as n:
    print(n)


@contextmanager
def empty():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for broken in (empty, twice):
    try:
        with broken():
            pass
    except RuntimeError as e:
        print(e)
