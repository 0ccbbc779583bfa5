from typing import *
from collections import Counter

T = TypeVar('T')


class Node:
    def __init__(self, value: int, next: Optional['Node'] = None) -> None:
        self.value, self.next = value, next


class Pair(NamedTuple):
    left: int
    right: int = 2


class Solution:
    def twoSum(self, nums: List[int], target: int) -> Tuple[int, ...]:
        seen: Dict[int, int] = {}
        for i, n in enumerate(nums):
            if target - n in seen:
                return seen[target - n], i
            seen[n] = i
        return ()


def first(items: Sequence[T]) -> Union[T, None]:
    return items[0] if items else None


Text = 'own'
print(Solution().twoSum([2, 7, 11, 15], 9), first([Node(3)]).value, Pair(1), Counter('aab'), Text)
print(cast(int, '3'), first(''))

# Not at the top, it is the module itself.
try:
    import abc
    from abc import *
except ImportError:
    pass


class Shape(ABC):
    @abstractmethod
    def area(self): ...


try:
    Shape()
except TypeError as error:
    print(error)
