"""Examples of the module.

>>> double(1)
2
>>> for i in range(2):
...     i
0
1
"""
import doctest
from dataclasses import dataclass
from functools import wraps


def traced(f):
    @wraps(f)
    def inner(*args):
        return f(*args)
    return inner


@traced
def double(x):
    """
    >>> limit
    3
    >>> limit = limit + 1
    >>> double(limit)
    8
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> print('a\\n\\n  b')  # doctest: +NORMALIZE_WHITESPACE
    a
    <BLANKLINE>
    b
    """
    return x * 2


class Point:
    """>>> Point().x; 1 == 1
    5
    True
    """
    limit = 7

    @property
    def x(self):
        """
        >>> def five():
        ...     return '''5
        ... '''
        >>> list(range(100))  # doctest: +ELLIPSIS
        [0, 1, ..., 99]
        >>> int(five())
        5
        """
        return 5

    @x.setter
    def x(self, value): pass


limit = 3
print(doctest.testmod(verbose=True))
