# objects misc
class A: pass
a = A()
print(a.__class__, a.__dict__, a.__doc__, a.__module__, A.__dict__.keys() >= {'__module__', '__dict__', '__weakref__', '__doc__'})
print(A.__name__, A.__qualname__, A.__bases__, A.__mro__, type(A).__mro__)
print(repr(A), str(A), A == A, A != object, hash(A) == hash(A), callable(A), callable(a))
print(isinstance(A, type), isinstance(a, object), issubclass(bool, int))
def f(a, b=2, *c, d, e=5, **g): "doc"; x = 1; return x
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__closure__)
co = f.__code__
print(co.co_name, co.co_argcount, co.co_kwonlyargcount, co.co_varnames[:3], co.co_posonlyargcount, co.co_flags & 4, co.co_firstlineno)
f.__name__ = 'ren'; f.__doc__ = 'new'; f.__defaults__ = (9,); print(f.__name__, f.__doc__, f(1, d=2), f.__defaults__)
def cl():
    n = 5
    def inner(): return n
    return inner
print(cl().__closure__[0].cell_contents)
print(len.__name__, type(len), len.__module__, repr(len), [].append.__name__, [].append.__self__, str.upper, 'a'.upper.__qualname__)
print(int.__name__, type(None), type(...), type(NotImplemented), None.__class__, int.__mro__, bool.__bases__)
print(object().__eq__(1), object.__ne__(1, 1), (1).__eq__(1), (1).__add__(2), (1).__add__('a'), 'a'.__len__(), [1].__contains__(1), {}.__class__)
print((5).__class__.__name__, int.__add__(1, 2), str.__add__('a', 'b'), list.__len__([1]), dict.__getitem__({1: 2}, 1), object.__repr__(a)[:10], type.__name__)
print(sorted(x for x in dir(a) if not x.startswith('__')), '__init__' in dir(a), len(dir(int)) > 60, '__add__' in dir(int))
a.x = 1; a.y = 2; print(vars(a), a.__dict__ is vars(a), sorted(a.__dict__.items()), dir(a)[-2:])
del a.x; print(a.__dict__); a.__dict__.update(z=3); print(a.z)
setattr(a, 'w', 1); print(getattr(a, 'w'), hasattr(a, 'v')); delattr(a, 'w'); print(hasattr(a, 'w'))
print(id(a) == id(a), a is a, a == a, a != A())
class B(A):
    __hash__ = None
try: {B(): 1}
except TypeError as e: print(e)
class E:
    def __eq__(s, o): return True
try: hash(E())
except TypeError as e: print(e)
print(NotImplemented.__class__, [1, 2].__iter__().__next__(), 'abc'.__getitem__(0), (1).__bool__(), (0).__bool__())
print(type(lambda: 0).__name__, type(f).__name__, type(A().__init__).__name__, type(cl).__name__, type(x for x in []).__name__, type(type(a).__dict__).__name__, type(print).__name__, type([].append).__name__, type(str.join).__name__, type(object.__init__).__name__, type(int.__dict__['real']).__name__)
A.__str__ = lambda s: 'strA'; print(str(a), f'{a}')
A.__repr__ = lambda s: 'reprA'; print([a], repr(a))
A.__len__ = lambda s: 3; print(len(a), bool(a))
A.__call__ = lambda s, x: x; print(a(5))
A.__getitem__ = lambda s, i: i if i < 3 else [][0]; print(list(a), 2 in a)
A.__eq__ = lambda s, o: 'eq'; print(a == 1)
A.newm = lambda s: 'nm'; print(a.newm())
a.newm = lambda: 'inst'; print(a.newm())
import sys
print(sys.getsizeof(1) > 0, sys.getrefcount(a) > 0)
print(A.__init__, object.__init__ is A.__init__) if 0 else None
print(type('X', (), {'__slots__': ()})().__class__.__name__)
print(isinstance(3, (int, str)), isinstance(3, int | str), int | None, list[int], dict[str, int], tuple[int, ...], type[int], list[int].__origin__, list[int].__args__)
print(hash((1, 2)) == hash((1, 2)), hash('a') == hash('a'), hash(1.0) == hash(1), hash(True), hash(None) == hash(None))
