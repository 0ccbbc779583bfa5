import copy
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields, make_dataclass


@dataclass
class P:
    x: int
    y: list = field(default_factory=list, metadata={'unit': 'm'})


@dataclass(frozen=True, slots=True)
class Fixed:
    a: int = 0
    b: str = 'x'


def shown(make):
    try:
        print(make())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


print(P.__dataclass_params__, fields(P)[1].metadata, InitVar[int], InitVar['a'], type(KW_ONLY).__name__)
made = make_dataclass('M', ['a', ('b', int), ('c', int, field(default=3))], bases=(P,), namespace={'f': lambda self: self.b}, kw_only=True)
print(made(1, a=1, b=2), made(1, a=1, b=2).f(), made.__module__, [f.name for f in fields(made)])
print(copy.copy(Fixed(4, 'q')), copy.deepcopy([Fixed(5)]))
shown(lambda: make_dataclass('X', ['a', 'a']))
shown(lambda: make_dataclass('X', ['class']))
shown(lambda: make_dataclass('X', ['1a']))
shown(lambda: setattr(Fixed(), 'a', 1))
