from collections import abc, deque
from collections import abc as protocols


def show(x: abc.Iterable[int]) -> abc.Sequence:
    return [isinstance(x, abc.Sequence), issubclass(type(x), protocols.Hashable), isinstance(x, abc.Sized)]


print(show([]), show(()), show(deque()), abc is protocols, abc.__name__)
