# Generic and the aliases of typing among the bases of classes: the order in which methods are resolved shows them.
from abc import ABC, abstractmethod
from typing import Dict, Generic, Iterable, List, Protocol, TypeVar

IN = TypeVar('IN', contravariant=True)
OUT = TypeVar('OUT', covariant=True)
class ConsumingMixin(Generic[IN]):
    pass
class ProducingMixin(Generic[OUT]):
    pass
class StreamingMixin(Generic[IN, OUT], ConsumingMixin[IN], ProducingMixin[OUT]):
    pass
class Service: pass
class Example(StreamingMixin[str, int], Service):
    pass
print(Example.__mro__)
class Mixed(ConsumingMixin[int], Generic[OUT]):
    pass
print(Mixed.__mro__, Mixed.__orig_bases__)
T = TypeVar('T')
class A(List[int]): pass
print(A.__mro__)
class B(Dict[str, T], Generic[T]): pass
print(B.__mro__)
class C(Iterable[T]):
    def __iter__(self): return iter([1])
print(C.__mro__, list(C()), isinstance(C(), Iterable))
class P(Protocol[T]):
    def m(self) -> T: ...
print(P.__mro__)
class Q(P[int], Generic[T]):
    def m(self): return 1
print(Q.__mro__, Q[int]().m())
class Abstract(ABC):
    @abstractmethod
    def f(self): ...
class Concrete(Abstract):
    def f(self): return 1
print(Concrete.__mro__, Concrete().f(), Abstract.__bases__)
