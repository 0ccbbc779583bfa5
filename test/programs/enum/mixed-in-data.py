from enum import Enum, IntFlag, ReprEnum, StrEnum, global_enum


class Mix(str, Enum):
    A = 'a'
    B = 'b'


class Tup(tuple, Enum):
    A = 1, 2


class Number(int, ReprEnum):
    A = 3


class Loud(str, Enum):
    A = 'a'

    def __str__(self):
        return self.value.upper()


@global_enum
class Shared(Enum):
    A = 1


class Outer(Enum):
    A = 1

    class Inner:
        pass


print(Mix.A, repr(Mix.A), f'{Mix.A}', '%s' % Mix.A, format(Mix.B), Mix.A == 'a', Mix.A + 'x', ''.join([Mix.A, Mix.B]))
print(Tup.A, repr(Tup.A), Tup.A[1], Number.A, repr(Number.A), f'{Number.A:>3}', Loud.A, f'{Loud.A}', repr(Loud.A))
print(Shared.A, repr(Shared.A), list(Outer), Outer.Inner.__name__, IntFlag('F', 'x y').y | 4)
for make in (lambda: StrEnum('Q', {'a': 1}), lambda: setattr(Mix.A, 'value', 3), lambda: Mix.__members__.update(a=1)):
    try:
        print(make())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
