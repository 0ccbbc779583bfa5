# What throw() refuses doesn't reach the generator.
import warnings
warnings.filterwarnings('ignore', category=DeprecationWarning)
def f():
    while True:
        try:
            yield 1
        except ValueError as v:
            print('caught', type(v).__name__, v.args)
g = f()
next(g)
for args in ((ValueError, 'foo', 23), ('abc',), (0,), (list,), (ValueError(1), 'foo'), (ValueError, (1, 2)), (ValueError, TypeError(1))):
    try:
        print(g.throw(*args))
    except TypeError as e:
        print(e)
print(next(g))
class Broken:
    def __iter__(self): return self
    def __next__(self): return 1
    def __getattr__(self, name): raise KeyError(name)
    def __repr__(self): return '<broken>'
def h():
    yield from Broken()
i = h()
print(next(i), i.close())
