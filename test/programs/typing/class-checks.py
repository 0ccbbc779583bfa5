# Types of typing as the second argument of isinstance and issubclass.
import typing as t
print(issubclass(list, t.Reversible), issubclass(dict, t.Mapping), issubclass(int, t.List), isinstance([], t.Sequence), isinstance({}, t.Hashable), isinstance(1, t.SupportsInt))
for f in [lambda: issubclass(int, t.List[int]), lambda: isinstance(1, t.List[int]), lambda: issubclass(int, t.Optional[int]), lambda: isinstance(None, t.Optional[int]), lambda: isinstance(1, t.Union[int, str]), lambda: issubclass(int, t.Any), lambda: isinstance(1, t.Literal[1]), lambda: isinstance(print, t.Callable), lambda: issubclass(int, (t.Hashable, str)), lambda: isinstance([], (t.Mapping, t.Sequence)), lambda: issubclass(t.List, list), lambda: isinstance(1, list[int]), lambda: issubclass(int, dict[str, int]), lambda: isinstance(1, int | t.List[int]), lambda: isinstance(1, (str, list[int]))]:
    try:
        print(f())
    except TypeError as e:
        print(e)
