from contextlib import ExitStack, contextmanager
def raise_exc(exc): raise exc
def chain(exc):
    out = []
    while exc is not None and len(out) < 9:
        out.append(repr(exc)); exc = exc.__context__
    return out
saved = None
def suppress_exc(*d):
    global saved
    saved = d
    return True
try:
    with ExitStack() as stack:
        stack.callback(raise_exc, IndexError)
        stack.callback(raise_exc, KeyError)
        stack.callback(raise_exc, AttributeError)
        stack.push(suppress_exc)
        stack.callback(raise_exc, ValueError)
        1 / 0
except IndexError as exc:
    print(chain(exc))
print(chain(saved[1]))
@contextmanager
def right(exc):
    try: yield
    finally: raise exc
try:
    with ExitStack() as stack:
        for n in 4, 3, 2: stack.enter_context(right(Exception(n)))
        raise Exception(1)
except Exception as exc: print(chain(exc))
try:
    with ExitStack() as stack:
        stack.callback(raise_exc, IndexError)
        stack.callback(raise_exc, KeyError)
except Exception as exc: print(chain(exc))
def nested(i, o):
    try: raise i
    finally: raise o
try:
    with ExitStack() as stack:
        stack.callback(nested, Exception(4), Exception(5))
        stack.callback(nested, Exception(2), Exception(3))
        raise Exception(1)
except Exception as exc: print(chain(exc))
class MyException(Exception): pass
@contextmanager
def my_cm():
    try: yield
    except BaseException:
        exc = MyException()
        try: raise exc
        finally: exc.__context__ = None
try:
    with ExitStack() as stack:
        stack.enter_context(my_cm())
        raise IndexError
except MyException as exc: print(chain(exc))
try:
    try: raise KeyError('outer')
    except KeyError:
        with ExitStack() as stack:
            stack.callback(raise_exc, IndexError)
            stack.callback(raise_exc, ValueError)
except Exception as exc: print(chain(exc))
