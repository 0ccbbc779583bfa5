# __getattr__ is asked when a property raises AttributeError, and __getattribute__ before everything; both know of operators nothing.
class C:
    @property
    def p(self):
        return self.q

    def __getattr__(self, name):
        print('getattr', name)
        raise AttributeError(f'custom {name}')


class D(C):
    def __getattr__(self, name):
        return name.upper()


class Intercepted:
    def __getattribute__(self, name):
        print('intercepted', name)
        return object.__getattribute__(self, name)

    def method(self, x):
        return x + 1

    @property
    def prop(self):
        return 2

    def __add__(self, other):
        return other

    def __len__(self):
        return 3


class Redirected:
    def __getattribute__(self, name):
        return lambda *args: (name, args)

    def method(self, x):
        return x


def p_of(o):
    return o.p


for o in (C(), D(), C()):
    try:
        print(p_of(o))
    except AttributeError as e:
        print(e)
try:
    C().p
except AttributeError as e:
    print(e)
i = Intercepted()
print(i.method(1), i.prop, i + 5, len(i))
print(Redirected().method(1))


def total(objects):
    return sum(o.method(len(objects)) for o in objects)


print(total([i, i]))
