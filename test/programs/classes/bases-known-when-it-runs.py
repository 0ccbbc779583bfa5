class A:
    x = 1
    def __init_subclass__(cls, **kw): print('sub', cls.__name__, kw); cls().hello()
    def hello(self): print('A hello')
bases = (A,)
kw = {'k': 1}
class B(*bases, **kw, z=3):
    y = 2
    def hello(self): super().hello(); print('B hello')
print(B.__mro__, B().y)
class L(list[int]):
    pass
l = L([1, 2]); print(l, L.__bases__, L.__orig_bases__)
class Ent:
    def __mro_entries__(self, bases): print('entries', len(bases)); return (A,)
class C(Ent(), tag=5): pass
print(C.__bases__, C.__orig_bases__[0].__class__)
