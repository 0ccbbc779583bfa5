from typing import Annotated, Callable, ClassVar, Dict, List, Literal, NotRequired, Optional, TypedDict, Union, get_args, get_origin, get_type_hints, no_type_check


class Node:
    left: 'Optional[Node]'
    items: 'list[Node | None]'
    count: ClassVar[int] = 0

    def find(self, name: 'str', *rest: "Dict[str, List['Node']]") -> 'Callable[[Node, int], bool]':
        pass


class Row(TypedDict):
    name: str
    age: NotRequired[int]


def f(a: Annotated[int, 'm'], b: Optional['Node'] = None, c: Literal['x', -1] = 'x') -> None:
    pass


@no_type_check
def g(a: 'not a type'):
    pass


def h(a: 'Missing'):
    pass


def shown(make):
    try:
        print(make())
    except (NameError, TypeError) as e:
        print(type(e).__name__, e)


for each in (Node, Node.find, Row, f, g, h, 5):
    shown(lambda: get_type_hints(each))
print(get_type_hints(f, include_extras=True), f.__annotations__, Row.__required_keys__, Row.__optional_keys__)
for each in (Annotated[int, 1], Literal[1, 2], list[int], int | str, Union[int, str], Dict[str, int], Callable[[int], str], int):
    print(get_origin(each), get_args(each))
