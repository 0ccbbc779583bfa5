import copy


class Listed(list):
    def __reduce__(self):
        return (Listed, (), self.__dict__, iter(self))


class Mapped(dict):
    def __reduce__(self):
        return (Mapped, (), self.__dict__, None, self.items())


class Long:
    def __reduce__(self):
        return Long, (), self.__dict__, None, None, None


class Needs:
    def __new__(cls, foo):
        made = object.__new__(cls)
        made.foo = foo
        return made


class Given(Needs):
    def __getnewargs__(self):
        return ([self.foo],)


class Guarded:
    def __init__(self):
        self.__dict__['held'] = [1]

    def __setattr__(self, name, value):
        raise AttributeError('read only')

    def __reduce_ex__(self, protocol):
        return object.__new__, (Guarded,), self.__dict__


class Bytes(bytearray):
    pass


listed, mapped = Listed([[1, 2], 3]), Mapped(foo=[1], bar=3)
listed.note = mapped.note = []
for x in (listed, mapped):
    for y in (copy.copy(x), copy.deepcopy(x)):
        print(type(y).__name__, y, y.note is x.note, [a is b for a, b in zip(y.values() if isinstance(y, dict) else y, x.values() if isinstance(x, dict) else x)])
for copier in (copy.copy, copy.deepcopy):
    for x in (Long(), Needs(1)):
        try:
            print(copier(x))
        except TypeError as error:
            print(error)
    print(copier(Given(5)).foo, copier(Guarded()).held)
raw = Bytes(b'abc')
raw.note = [1]
print(copy.copy(raw), copy.copy(raw).note is raw.note, copy.deepcopy(raw).note is raw.note, type(copy.deepcopy(raw)).__name__)
