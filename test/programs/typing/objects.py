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

from typing import TypeAliasType, TypeVar
O = TypeAliasType("O", int)
print(O, O.__value__, O.__name__, O.__type_params__)
T = TypeVar('T')
L = TypeAliasType("L", list[T], type_params=(T,))
print(L, L[int], L.__type_params__, L.__parameters__, L[int].__args__, L[int].__origin__ is L)
print(O | None)
type A[X] = dict[X, int]
print(A[str], A.__type_params__, isinstance(A, TypeAliasType))
try: TypeAliasType()
except TypeError as e: print(e)
try: TypeAliasType("a")
except TypeError as e: print(e)
try: TypeAliasType("a", int, type_params=3)
except TypeError as e: print(e)
try: O[int]
except TypeError as e: print(e)
