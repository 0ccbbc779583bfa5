class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        ns['added'] = 1
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print('prepare', name, kw)
        return {'prepared': True}
class A(metaclass=Meta, kw=3):
    y = 2
    def f(self): return 'f'
print(A.added, A.prepared, A.y, A().f(), type(A).__name__)
class B(A): pass
print(B.added, isinstance(B, Meta))
T = type('T', (A,), {'z': 4, 'g': lambda self: self.z})
print(T.z, T().g(), T.__name__, T.__bases__, T.__mro__[1].__name__, T.__module__, T.__qualname__)
U = type('U', (), dict(a=1))
print(U.a, U.__bases__, U().a)


class Related(type):
    def __instancecheck__(cls, instance):
        return super().__instancecheck__(instance) or instance == 5

    def __subclasscheck__(cls, subclass):
        return super().__subclasscheck__(subclass) or subclass is int


class Known(metaclass=Related):
    pass


class Nearer(Known):
    pass


print(isinstance(5, Known), isinstance(6, Known), isinstance(Nearer(), Known), issubclass(int, Known), issubclass(Nearer, Known), issubclass(str, Known))
print(type.__instancecheck__(int, True), int.__instancecheck__(2.5), int.__subclasscheck__(bool))
