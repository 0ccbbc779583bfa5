class Abstract:
    def __init__(self, bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases


class Disguised:
    @property
    def __class__(self):
        return dict


base = Abstract(())
child = Abstract((base,))


class Instance:
    __class__ = property(lambda self: child)


print(isinstance(Disguised(), dict), isinstance(Disguised(), Disguised), isinstance(Disguised(), int))
print(isinstance(Instance(), base), issubclass(child, base), issubclass(base, child))
for test, args in [(isinstance, (1, base)), (issubclass, (1, int)), (issubclass, (int, 1)), (isinstance, (1, 2)), (isinstance, ([], int | list[int])), (issubclass, (list, list[int]))]:
    try:
        print(test(*args))
    except TypeError as error:
        print(error)
