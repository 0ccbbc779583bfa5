"""Keywords go to the __init__ of a subclass where the base's __new__ lets them pass."""


def show(function, *args, **options):
    try:
        print(function(*args, **options))
    except TypeError as error:
        print(error)


for base, value in ((list, [1]), (tuple, [1]), (set, [1]), (frozenset, [1]), (float, 1.5), (int, 5), (str, "a")):

    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, value, unit=None):
            self.unit = unit

    class WithNew(base):
        def __new__(cls, value, unit=None):
            self = base.__new__(cls, value)
            self.unit = unit
            return self

    for cls in (Plain, WithInit, WithNew):
        print(base.__name__, cls.__name__)
        show(cls, value, unit="m")
        show(lambda: cls(value, unit="m").unit)
