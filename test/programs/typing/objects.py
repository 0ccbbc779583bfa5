from typing import Any, Callable, Dict, Generic, List, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union, cast, get_args, get_origin, runtime_checkable
import types

T = TypeVar('T')


class Employee(NamedTuple):
    name: str
    id: int = 3

    def shout(self):
        return self.name.upper()


class Movie(TypedDict):
    title: str
    year: int


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self):
        pass


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


e = Employee('guido')
print(e, e.id, e.shout(), e._fields, e == ('guido', 3), Employee.__name__, e._replace(id=5))
m: Movie = {'title': 'x', 'year': 1}
print(m, Movie(title='a', year=2), isinstance(Door(), Closer), isinstance(3, Closer))
s = Stack[int]()
s.push(1)
print(s.items, List[int], Dict[str, int], Optional[int], Union[int, str, None], Callable[[int], str], Any, T, List)
UserId = NewType('UserId', int)
print(UserId(5), cast(int, 'x'), get_origin(List[int]), get_args(Dict[str, int]), Union[int, int], Optional[str] == Union[str, None])
n = types.SimpleNamespace(a=1, b='x')
n.c = 3
print(n, n == types.SimpleNamespace(a=1, b='x', c=3), isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 1, types.FunctionType))
print(isinstance((x for x in ()), types.GeneratorType), types.MappingProxyType({'a': 1})['a'], isinstance(None, types.NoneType), types.MethodType(lambda self, x: (self, x), 5)(6))
