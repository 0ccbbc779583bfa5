class Adder:
    def __call__(self, *args, **kw):
        return args, kw

    def __get__(self, instance, owner=None):
        return self if instance is None else Bound(self, instance)


class Bound:
    def __init__(self, f, x):
        self.f, self.x = f, x

    def __call__(self, *args):
        return self.f('bound', *args)


class C:
    add = Adder()


print(C().add(1), C.add(1, k=2))
