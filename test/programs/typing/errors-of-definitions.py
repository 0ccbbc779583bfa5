# What definitions of type variables, typed dictionaries, data classes and enumerations complain about.
from typing import TypeVar, TypedDict
for f in [lambda: TypeVar('T', covariant=True, contravariant=True), lambda: TypeVar('T', int), lambda: TypeVar('T', int, bound=int), lambda: TypeVar(1), lambda: TypedDict('A', a=int), lambda: TypedDict('A', {'a': int}, total=False), lambda: TypeVar('T', infer_variance=True, covariant=True)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
import dataclasses
try:
    @dataclasses.dataclass
    class A:
        a: int
        b = dataclasses.field(default=1)
except TypeError as e:
    print(e)
import calendar
print(calendar.Month.MAY, calendar.MONDAY, calendar.Day.FRIDAY, 1 )
import enum
class Day(enum.IntEnum):
    MONDAY = (1, "Mon")
    def __new__(cls, value, _abbr=None):
        o = int.__new__(cls, value)
        o._value_ = value
        return o
print(Day.MONDAY, repr(Day.MONDAY), Day(1))
try:
    class Day(enum.IntEnum):
        MONDAY = (1, "Mon")
        def __new__(cls, value, _abbr=None):
            return int.__new__(cls, value)
except TypeError as e:
    print(e)
try:
    TypedDict('A', {'a': int}, b=int)
except TypeError as e: print(e)
try:
    print(cnt)
    cnt = 1
except NameError as e: print(e)
for args in [('x',), ("y",)]:
    try:
        class D(int, enum.Enum):
            A = args
    except Exception as e:
        print(type(e), e, repr(e.__cause__))
