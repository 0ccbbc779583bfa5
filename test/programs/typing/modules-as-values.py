import abc
import collections.abc
import types
import typing


class Shape:
    def is_sequence(self):
        return isinstance([], collections.abc.Sequence), isinstance(3, typing.Sequence)

    def shape(self) -> typing.List[int]:
        return []


def choose(kind: typing.Optional[str]):
    try:
        from typing import Any
    except ImportError:
        Any = None
    return Any


print(Shape().is_sequence(), isinstance(choose, types.FunctionType), collections.abc.Mapping)
print(choose(None), typing.List[int], abc.ABCMeta, typing.cast(int, '3'))
modules = [types, typing]
print([module.__name__ for module in modules])
