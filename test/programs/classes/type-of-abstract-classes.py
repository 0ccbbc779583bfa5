# What the type of an abstract class is, however it is asked.
from abc import ABC
class A(ABC): pass
class B(A): pass
print(A.__class__)
print(f"{type(B)!r}")
x = B
print(x.__class__.__name__)
class M(type): pass
try:
    class C(A, metaclass=M): pass
except TypeError as e: print(e)
import abc
class P(metaclass=abc.ABCMeta):
    pass
print(type(P), P.__class__ is abc.ABCMeta, type(type(P)), type(P()) is P)
for t in (int, str, list, dict, object):
    own = vars(t)
    print(t.__name__, [n for n in ('__add__', '__new__', '__eq__', '__hash__', '__init__', '__len__', '__doc__', '__call__') if n in own])
print(int.__dict__['__add__'](1, 2), vars(str)['__len__']('abc'), list.__dict__['__hash__'])
