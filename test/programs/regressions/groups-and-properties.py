from fractions import Fraction
print(Fraction(4, 2) == complex(2), complex(1, 1) == Fraction(1), Fraction(1, 2) == 0.5 + 0j)


class Wrong(ExceptionGroup):
    def derive(self, members):
        return 42


for method in ('split', 'subgroup'):
    try:
        print(getattr(Wrong('wrong', [TypeError(1), ValueError(2)]), method)(TypeError))
    except TypeError as error:
        print(error)

group = ExceptionGroup('notes', [ValueError(1), TypeError(2)])
group.__notes__ = 123
print([hasattr(part, '__notes__') for part in group.split(TypeError)])
print(ExceptionGroup[ValueError], BaseExceptionGroup[KeyError].__args__)

error = ValueError('state')
error.__setstate__({'found': 1, 'more': 'x'})
error.__setstate__(None)
print(error.found, error.more)
for state in [3], {4: 5}:
    try:
        error.__setstate__(state)
    except TypeError as raised:
        print(raised)


def documented(self):
    """doc 2"""


def plain(self):
    return 1


def other(self):
    """doc 3"""


for getter in documented, plain:
    p = property(getter)
    p.__doc__ = 'user'
    print(p.__doc__, p.getter(other).__doc__, p.setter(plain).__doc__)
