# Literal, Annotated, Callable and ParamSpec: what aliases are equal to, hold and show.
from typing import *
def f(x: Annotated[int, 'meta'], y: Annotated[List[Annotated[str, 1]], 2] = None) -> Annotated[int, 3]: ...
print(get_type_hints(f))
print(get_type_hints(f, include_extras=True))
class C:
    a: Annotated[int, 'x']
    b: 'Annotated[str, 5]'
    c: Optional[Annotated[int, 7]]
print(get_type_hints(C))
print(get_type_hints(C, include_extras=True))
P = ParamSpec('P'); T = TypeVar('T')
class X(Generic[P]): pass
class Y(Generic[T, P]): pass
print(X[[int, str]], X[int, str], X[...], Y[int, [str, bool]], X[P], Y[int, ...])
print(X[[int, str]].__args__, Y[int, [str, bool]].__args__)
print(Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1], hash(Literal[1,2]) == hash(Literal[2,1]), Literal[1, 1], Literal[0] == Literal[False], {Literal[1]: 'a'}.get(Literal[1]))
print(Literal['a', Literal['b', 'c']], Literal[1,2].__args__, len({Literal[1], Literal[True], Literal[1]}))
print(Literal[[1], [1]], Literal[1, True, 0, False])
try: hash(Literal[[1]])
except TypeError as e: print(e)
print(Annotated[int, 1] == Annotated[int, 1], Annotated[int, 1] == Annotated[int, 2], hash(Annotated[int,1]) == hash(Annotated[int,1]))
print(Union[int, str] == Union[str, int], Optional[int] == Union[None, int], hash(Union[int, str]) == hash(Union[str, int]))
print(Callable[[int], str] == Callable[[int], str], Callable[P, T], Callable[Concatenate[int, P], T])
print(Callable[[int], str].__args__, get_args(Callable[[int, str], bool]), hash(Callable[[int], str]) == hash(Callable[[int], str]), get_origin(Callable[[int], str]), Callable[..., int].__args__, get_args(Callable[..., int]), Callable[[], None])
print({Callable[[int], str]: 1}, get_args(Literal[1, 'a']), get_origin(Literal[1]), Literal['x'].__args__, Optional[Literal[1]], get_args(Optional[int]))
print(Dict[str, List[int]].__args__, get_origin(List[int]), List[int] == list[int], typing.List, Tuple[int, ...], Tuple[()], Type[int], ClassVar[int], Final[int])
T = TypeVar('T', bound=int); K = TypeVar('K', int, str)
print(T.__bound__, K.__constraints__, T, repr(T), T.__name__, List[T][int], Dict[K, T][str, int], Union[int, Union[str, int]], Union[int], Optional[None])
class S(Generic[T, K]): pass
print(S[int, str], S[int, str].__origin__, S[int, str].__args__, S.__parameters__, S[T, K].__parameters__)
try: S[int]
except TypeError as e: print(e)
try: S[int, str, bool]
except TypeError as e: print(e)
class N(NamedTuple):
    a: int; b: 'str' = 'q'
class TD(TypedDict, total=False):
    x: Required[int]; y: str
print(TD.__required_keys__, TD.__optional_keys__, TD(x=1), TD.__total__)
@runtime_checkable
class Pr(Protocol):
    def go(self) -> int: ...
class I:
    def go(self): return 1
print(isinstance(I(), Pr), isinstance(3, Pr), issubclass(I, Pr))
print(cast(int, 'a'), NewType('U', int)(5), get_type_hints(I.go), Any, NoReturn, Self)
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(3), len(get_overloads(f)))
@final
class FF: pass
print(FF.__final__, TYPE_CHECKING, assert_type(1, int))
