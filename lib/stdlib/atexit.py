"""atexit: functions that are called when the program ends, the last registered first."""
import sys
from _atexit import set_hook as _set_hook
from _traceback import report as _report

_entries = []


def _run():
    while _entries:
        func, args, kwargs = _entries.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            sys.stderr.write('Exception ignored in atexit callback: %r\n' % (func,) + _report(error))


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _set_hook(_run)
    _entries.append((func, args, kwargs))
    return func


def unregister(func):
    _entries[:] = [entry for entry in _entries if entry[0] != func]


def _clear():
    _entries.clear()


def _ncallbacks():
    return len(_entries)
