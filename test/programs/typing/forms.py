from typing import *

T = TypeVar('T')
K = TypeVar('K', int, str)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')


class Plain(Protocol):
    def m(self): ...


@runtime_checkable
class Checked(Protocol):
    x: int

    def m(self): ...


class Own:
    x = 1

    def m(self): ...


@overload
def both(a: int) -> int: ...
@overload
def both(a: str) -> str: ...
def both(a):
    return a


def shown(make):
    try:
        print(make())
    except (NotImplementedError, TypeError, ValueError) as e:
        print(type(e).__name__, e)


print(Ts, Unpack[Ts], P.args, P.kwargs, Tuple[()], List['A'], Optional['A'], ForwardRef('A') == ForwardRef('A'), Generator[int, str, None], Callable[..., None])
print(List[T][int], Dict[str, Union[T, List[K]]][bool, str], Callable[[T], K].__parameters__, Annotated[Annotated[int, 1], 2], Union[int, None, 'B'])
print(isinstance(3, SupportsInt), isinstance('a', SupportsIndex), isinstance(Own(), Checked), isinstance(3, Checked), is_protocol(Plain), sorted(get_protocol_members(Checked)))
print(len(get_overloads(both)), both(3), final(Own).__final__, TypeVar('D', default=int).has_default(), NoDefault)
for make in (lambda: Plain(), lambda: List(), lambda: List[int](), lambda: Any(), lambda: Optional[int, str], lambda: List[int, str], lambda: Dict[int], lambda: List[int][str],
             lambda: TypeVar('A', int), lambda: TypeVar('A', bound=int, covariant=True), lambda: TypeVar('A', covariant=True, contravariant=True), lambda: Union[()],
             lambda: Union[int, 3], lambda: NoReturn[int], lambda: ClassVar[1, 2], lambda: isinstance(3, Plain), lambda: isinstance(3, Any), lambda: runtime_checkable(Own),
             lambda: get_overloads(both)[0].__name__, lambda: Annotated[int], lambda: Literal[1, 1, 'a']):
    shown(make)
