from typing import Generic, TypeVar, Optional, List, Dict
T = TypeVar('T')
K = TypeVar('K')
class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)
    def pop(self) -> T:
        return self.items.pop()
    def peek(self) -> Optional[T]:
        return self.items[-1] if self.items else None
s = Stack[int]()
s.push(1); s.push(2)
print(s.pop(), s.peek(), type(s).__name__, isinstance(s, Stack))
class Box[T]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box(3).get(), Box[int](4).get(), Box[str]('a').v, Box.__name__)
class Sub(Stack[int]):
    def extra(self): return len(self.items)
q = Sub(); q.push(5); print(q.extra(), Sub.__mro__[1].__name__, Sub.__bases__[0].__name__)
class Pair[A, B](Box[A]):
    def __init__(self, a: A, b: B): super().__init__(a); self.b = b
p = Pair(1, 'x'); print(p.get(), p.b)
def first[U](xs: list[U]) -> U: return xs[0]
print(first([7, 8]))
