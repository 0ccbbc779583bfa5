"""What only tools ask for: documentation and subclasses of built-in types, frames, the insides of code objects."""
import sys


class A:
    def f(self):
        return 1


print(len.__doc__, LookupError.__subclasses__()[:2])
for f in (lambda: A.f.__code__.co_consts, lambda: sys._getframe().f_locals, lambda: A.__basicsize__ > 0, lambda: A.f.__globals__ is globals()):
    try:
        print(f())
    except AttributeError as e:
        print(e)
