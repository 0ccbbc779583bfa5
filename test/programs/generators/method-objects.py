"""__next__ as an object gives the return value; iterators get what throw() was given."""


def g():
    yield 1
    return 'end'


def ends(step):
    try:
        return step()
    except StopIteration as e:
        return 'stopped', e.value


step = g().__next__
print(ends(step), ends(step), ends(step))
it = g()
print(ends(lambda: getattr(it, '__next__')()), ends(lambda: type(it).__next__(it)))


class It:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        return 'thrown', args


def delegate():
    yield from It()


def outer():
    yield from delegate()


for make in (delegate, outer):
    d = make()
    print(next(d), d.throw(KeyError), d.throw(ValueError('v')))


class Times:
    def __rmul__(self, other):
        return 'rmul', other

    def __radd__(self, other):
        return 'radd', other


print('x' * Times(), [1] * Times(), (2,) + Times(), b'' + Times())
print(int.__add__.__qualname__, int.__add__.__objclass__, (5).__add__.__self__, object.__new__.__qualname__)
