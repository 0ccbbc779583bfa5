"""The names of `builtins`, also where the file gives them another meaning."""
import builtins
import builtins as b
from builtins import len as length, ValueError as VE

shown = []


def print(*args, **kwargs):
    shown.append(args)
    builtins.print('>', *args, **kwargs)


print(length('abc'), builtins.len([1]), b.max(1, 2), VE('x'), b.int('12'), builtins.list(builtins.range(3)))
builtins.print(shown)


class list(builtins.list):
    def first(self):
        return self[0]


builtins.print(list([4, 5]).first(), isinstance([], list), isinstance(list(), builtins.list), builtins.KeyError is KeyError)


def local():
    import builtins as c
    return c.sum(c.map(c.int, '123'))


builtins.print(local(), [builtins.str(x) for x in (1, 2)], builtins.NotImplemented, builtins.Ellipsis)
