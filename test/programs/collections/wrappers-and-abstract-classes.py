import copy
from collections import ChainMap, UserDict, UserList, UserString
from collections.abc import AsyncGenerator, Coroutine, Mapping, MutableMapping, Sequence, Set

text = UserString(' Abc abc\tx ')
print(text.rsplit(' ', 1), text.partition('b'), text.rpartition('b'), text.rfind('b'), text.rindex('b'), text.lstrip(), repr(text.rstrip()))
print(text.isupper(), text.islower(), text.istitle(), text.isspace(), text.isalnum(), text.isascii(), text.isdecimal(), text.expandtabs(4))
print(text.casefold(), text.removeprefix(' A'), text.removesuffix(UserString('x ')), UserString('a\nb').splitlines(True), text.encode(None))
print('%s|%s' % (text, 1), UserString('{a}').format_map({'a': 1}), text.translate({97: 'X'}), UserString('1+2j').__complex__())
print(isinstance(text.center(20, '*'), UserString), UserString.maketrans('a', 'b'), 'a%sb' % UserString('c'), type('%s' % text))


class Noted(UserDict):
    pass


for made in (UserDict(a=1), Noted(a=1), UserList([1, 2])):
    made.note = [1]
    for other in (copy.copy(made), made.copy()):
        print(type(other).__name__, other, getattr(other, 'note', None) is made.note, other.data is made.data)

chain = ChainMap({'a': 1}, {'a': 5, 'b': 2})
print(chain.items(), chain.keys(), chain.values(), list(chain.values()), chain.items() == {'a': 1, 'b': 2}.items(), chain == {'a': 1, 'b': 2})
print(isinstance(chain, MutableMapping), {'z': 0, 'a': 9} | chain, chain | {'c': 3}, chain.setdefault('q', 7), chain.pop('q'), chain.get('z', 'none'))
chain.update([('k', 'v')], m=1)
print(chain, len(chain), 'b' in chain, list(chain), ChainMap() == {}, chain.parents, chain.new_child(x=1))
try:
    chain | [1]
except TypeError as error:
    print(error)


class Three(Set):
    def __init__(self, items=(1, 2, 3)):
        self.items = list(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __hash__(self):
        return self._hash()


print(hash(Three()) == hash(frozenset((1, 2, 3))), [9, 1] ^ Three() == {2, 3, 9}, isinstance(memoryview(b''), Sequence))


class Steps(Coroutine):
    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)

    def __await__(self):
        yield


class Many(AsyncGenerator):
    async def asend(self, value):
        return value

    async def athrow(self, typ, val=None, tb=None):
        await super().athrow(typ, val, tb)


def finish(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


print(Steps().send(1), Steps().close(), finish(Many().__anext__()), finish(Many().aclose()), Many().__aiter__() is not None)
for abstract in (Coroutine, AsyncGenerator, Mapping):
    try:
        abstract()
    except TypeError as error:
        print(error)
