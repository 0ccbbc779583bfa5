# type params
type IntList = list[int]
print(IntList, IntList.__name__, IntList.__value__, type(IntList))
type Pair[A, B] = tuple[A, B]
print(Pair.__type_params__, Pair.__value__, Pair[int, str])
def first[T](x: list[T]) -> T:
    return x[0]
print(first([1, 2]), first.__type_params__, first.__name__)
class Box[T]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box(3).get(), Box.__type_params__, Box[int](4).get(), Box.__name__)
class Two[K, V: int](Box[K]):
    pass
print(Two(1).get(), Two.__type_params__[1].__bound__)


def constr[T: (int, str)](a: T) -> T:
    print(T.__constraints__)
    return a
constr(1)
type Rec = dict[str, Rec] | None
print(Rec.__name__)
class G[T]:
    def meth[U](self, x: U) -> tuple[T, U]: return (T.__name__, U.__name__)
print(G().meth(1))
