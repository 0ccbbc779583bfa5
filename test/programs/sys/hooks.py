# sys.unraisablehook and sys.excepthook: what they are given, that they can be put back, and what they raise themselves.
import sys

def told(u):
    print(type(u).__name__, u.exc_type.__name__, u.exc_value, u.exc_traceback is not None, u.err_msg, u.object.__qualname__)

class A:
    def __del__(self):
        raise ValueError('in del')

print(sys.unraisablehook is sys.__unraisablehook__, sys.unraisablehook.__name__)
sys.unraisablehook = told
A()
a = A()
del a
print(sys.unraisablehook is told)
sys.unraisablehook = sys.__unraisablehook__
print(sys.unraisablehook is sys.__unraisablehook__)

def hook(kind, value, traceback):
    print('hook', kind.__name__, value, traceback.tb_lineno, value.__traceback__ is traceback)
    raise KeyError('in hook')

print(sys.excepthook is sys.__excepthook__, sys.excepthook.__name__)
sys.excepthook = hook
try:
    1 / 0
except ZeroDivisionError as e:
    sys.__excepthook__(type(e), e, e.__traceback__)
    sys.excepthook = sys.__excepthook__
    print(sys.excepthook is hook)
    sys.excepthook = hook
raise ValueError('x')
