# As text a proxy is its mapping, as repr it names itself.
from types import MappingProxyType

proxy = MappingProxyType({1: [2]})
print(proxy, str(proxy), repr(proxy), [proxy], f'{proxy} {proxy!r}')
