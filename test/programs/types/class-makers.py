import types
from types import DynamicClassAttribute, MappingProxyType, MemberDescriptorType, SimpleNamespace


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **kwargs):
        return {'prepared': sorted(kwargs)}

    def __new__(cls, name, bases, namespace, **kwargs):
        return super().__new__(cls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)


class Slotted:
    __slots__ = ('a',)


made = types.new_class('Made', (list[int],), {}, lambda ns: ns.update(x=4))
print(made.__bases__, made.x, types.get_original_bases(made), types.get_original_bases(int), types.resolve_bases((list[int], int)))
print(types.new_class('M', (), {'metaclass': Meta, 'k': 1}).prepared, types.prepare_class('M', (), {'metaclass': Meta, 'z': 2})[1:])
print(type(Slotted.a) is MemberDescriptorType, type(types.FunctionType.__code__) is types.GetSetDescriptorType)
proxy = MappingProxyType({'a': 1})
print(proxy, proxy | {'b': 2}, type(type.__dict__) is MappingProxyType, hasattr(proxy, '__setitem__'), proxy == {'a': 1})
n = SimpleNamespace(a=1)
n.me = n
print(n)
for make in (lambda: types.get_original_bases(3), lambda: types.new_class('X', (Meta('A', (), {}), int)), lambda: MappingProxyType(3)):
    try:
        print(make())
    except TypeError as e:
        print(e)
