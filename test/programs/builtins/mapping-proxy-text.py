# As text a proxy is its mapping, as repr it names itself.
from types import MappingProxyType

proxy = MappingProxyType({1: [2]})
print(proxy, str(proxy), repr(proxy), [proxy], f'{proxy} {proxy!r}')

# Its hash is the mapping's.
from collections.abc import Hashable
from types import MappingProxyType


class Frozen(dict):
    def __hash__(self):
        return 7


print(isinstance(MappingProxyType({}), Hashable), hash(MappingProxyType(Frozen())))
try:
    hash(MappingProxyType({}))
except TypeError as error:
    print(error)
