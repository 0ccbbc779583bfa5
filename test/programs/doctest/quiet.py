from __future__ import annotations
from math import sqrt


def root(x: float) -> float:
    """
    >>> root(4)
    2.0
    >>> root(-1)
    Traceback (most recent call last):
        ...
    ValueError: negative
    >>> [root(i) for i in (0, 1)]
    [0.0, 1.0]
    >>> root(2) == 1.5  # doctest: +SKIP
    True
    >>> 3 # is true
    3
    >>> class Own(Exception): pass
    >>> raise Own('mine')  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    Own: yours
    >>> Own, Own.inner if hasattr(Own, 'inner') else None
    (<class '__main__.Own'>, None)
    >>> def outer(): return lambda: 0
    >>> outer.__qualname__, outer().__qualname__
    ('outer', 'outer.<locals>.<lambda>')
    """
    if x < 0:
        raise ValueError('negative')
    return sqrt(x)


if __name__ == '__main__':
    from doctest import testmod
    found = testmod(name='root')
    print(found, found.failed, found.attempted)
    print(root(9))
