"""What classes and their instances list."""


class A:
    def __init__(self):
        self.q = 1

    def f(self):
        pass


class M(type):
    def __new__(cls, name, bases, namespace):
        print(name, list(namespace))
        return super().__new__(cls, name, bases, namespace)


class B(metaclass=M):
    """doc"""
    x = 1

    def g(self):
        self.y = 2


class S:
    __slots__ = ('a',)


for shown in (object, object(), A, A(), B, B(), S, S(), 5, [], '', {}, set(), (), None, True, 1j, frozenset()):
    print(dir(shown))
print(sorted(vars(A)), A.__firstlineno__, A.__static_attributes__, B.__static_attributes__, hasattr([], '__radd__'), hasattr((), '__rmul__'))


class Log(dict):
    def __init__(self):
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(key)
        super().__setitem__(key, value)


class Prepared(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return Log()

    def __new__(cls, name, bases, namespace):
        print(namespace.log)
        return super().__new__(cls, name, bases, dict(namespace))


class C(metaclass=Prepared):
    a = 1

    def f(self):
        self.z = 3
