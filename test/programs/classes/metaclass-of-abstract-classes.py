from abc import ABC, ABCMeta, abstractmethod


class V:
    pass


class B(metaclass=ABCMeta):
    def __le__(self, other):
        return 'B'


class C(ABC):
    pass


B.register(V)
print(issubclass(V, B), isinstance(3, C))


class E(ABC):
    pass


E.register(int)
print(isinstance(3, E))


@E.register
class F:
    pass


print(issubclass(F, E), E.__subclasses__())


class G(ABC):
    @abstractmethod
    def f(self):
        pass

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, 'f')


class H:
    def f(self):
        pass


print(issubclass(H, G), isinstance(H(), G))
print(G.__abstractmethods__, type(G).__name__)
