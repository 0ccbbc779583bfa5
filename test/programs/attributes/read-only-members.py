# Attributes that are members of CPython's structs name nothing when they are set; computed ones do.


class C:
    __slots__ = ('a',)

    def m(self):
        pass


def f():
    pass


for value, names in ((slice(1), ['start']), (range(3), ['start', 'stop']), (1j, ['real', 'imag']), (property(), ['fget', 'fset', 'fdel']), (C().m, ['__func__', '__self__']), (staticmethod(len), ['__func__']),
                     (super(C, C()), ['__self__', '__thisclass__']), (f.__code__, ['co_name', 'co_flags']), (list[int], ['__origin__', '__args__']), (1, ['real', 'numerator']), (len, ['__name__']), (C.a, ['__objclass__'])):
    for name in names:
        for change in (lambda: setattr(value, name, 42), lambda: delattr(value, name)):
            try:
                change()
            except AttributeError as error:
                print(type(value).__name__, error)
