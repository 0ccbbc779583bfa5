from typing import TypeVar
import typing
T = TypeVar('T')
Y = TypeVar('Y')
print(list[T].__parameters__, dict[str, Y][int], dict[Y, list[T]][int, str])
class X[**P]: ...
print(X[[int, str]])
class Z[T, **P]: ...
print(Z[int, [dict, float]])
type Alias = int
print(Alias.__name__)
from typing import Literal, Union, NewType, Protocol, runtime_checkable
try:
    print(Literal[{0}] == Literal[{False}])
except TypeError as e: print(e)
print(Literal[0] == Literal[False], Literal[1, 2] == Literal[2, 1])
@runtime_checkable
class HasX(Protocol):
    x = 1
class Foo: ...
f = Foo()
print(isinstance(f, HasX))
f.x = 1
print(isinstance(f, HasX))
HasX.y = 2
print(isinstance(f, HasX))
U = NewType('U', int)
try:
    class A(U): pass
except TypeError as e: print(e)
from functools import singledispatch
@singledispatch
def fun(a): return 'any'
@fun.register
def _(a: Union[list, set]): return 'list or set'
@fun.register(Union[int, str])
def _(a): return 'int or str'
@fun.register
def _(a: dict | tuple): return 'dict or tuple'
print(fun([]), fun(set()), fun(1), fun(''), fun({}), fun(()), fun(1.5), fun.registry.keys())
try:
    @fun.register
    def _(a: Union[int, list[int]]): pass
except TypeError as e: print(e)


@typing.runtime_checkable
class Placed(typing.Protocol):
    __match_args__ = ('x', 'y')
    x: int
    y: int


class Point:
    def __init__(self):
        self.x, self.y = 1, 2


match Point():
    case Placed(x, y):
        print('placed', x, y)
    case other:
        print(other)
Old = typing.TypeAliasType('Old', int)
Generic1 = typing.TypeAliasType('Generic1', list[T], type_params=(T,))
print(Old, Old.__value__, Old.__type_params__, Generic1[int], Generic1.__value__, type(Old) is typing.TypeAliasType)


# A class whose one parameter stands for parameters takes them without brackets too.
class Called[**P]:
    pass


class Named[T, **P]:
    pass


type Alias = int
print(Called[int, str], Called[[int, str]], Called[int], Called[...], Named[int, [int, str]], Alias.__module__)
