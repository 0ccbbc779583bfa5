import io
import sys

sys.path.insert(0, 'first')
sys.path.append('last')
print(sys.path[0], sys.path[-1], len(sys.path) > 2, sys.api_version, sys.float_repr_style, sys.is_finalizing(), sys.getswitchinterval(), sys.setswitchinterval(0.01))
print(sys.gettrace(), sys.getprofile(), sys.audit('event', 1), sys.abiflags == '', type(sys.orig_argv).__name__, type(sys.prefix) is type(sys.base_prefix))
for interval in (0, -1, 'a'):
    try:
        sys.setswitchinterval(interval)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Dies:
    def __del__(self):
        raise KeyError('at the end')


kept, sys.stderr = sys.stderr, io.StringIO()
sys.excepthook(ValueError, ValueError('to be shown'), None)
Dies()
sys.stderr, written = kept, sys.stderr.getvalue()
print(written.splitlines()[0], written.splitlines()[-1])


def recurse(n):
    if n:
        recurse(n - 1)
    raise LookupError('deep')


import traceback
for limit in 3, 1, 0, -1, None:
    sys.tracebacklimit = limit
    try:
        recurse(3)
    except LookupError as e:
        print(limit, [frame.name for frame in traceback.extract_tb(e.__traceback__)], len(traceback.format_exception(e)),
              len(traceback.format_exception(e, limit=-2)), len(traceback.format_tb(e.__traceback__, 1)))
del sys.tracebacklimit
print(hasattr(sys, 'tracebacklimit'))
try:
    sys.intern(type('Text', (str,), {})('a'))
except TypeError as e:
    print(e)
sys.tracebacklimit = 2
recurse(2)
