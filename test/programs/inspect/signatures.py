import inspect, types
def f(a, b: int = 2, /, c=3, *args, d, e: 'str' = 'x', **kw) -> bool:
    """Doc.

        indented
    """
class A:
    def __init__(self, x, y=1): pass
    def m(self, z): pass
    @classmethod
    def c(cls, q): pass
print(inspect.signature(f), inspect.signature(A), inspect.signature(A(1).m), inspect.signature(A.c))
print(inspect.getdoc(f)); print(inspect.getfullargspec(f))
b = inspect.signature(f).bind(1, d=5, z=3); b.apply_defaults(); print(b.arguments, b.args, b.kwargs)
try: inspect.signature(f).bind(1)
except TypeError as e: print(e)
def g(): yield
print(inspect.isgeneratorfunction(g), inspect.isgenerator(g()), inspect.getgeneratorstate(g()), inspect.isclass(A), inspect.ismethod(A(1).m))
print([n for n, v in inspect.getmembers(A, inspect.isfunction)])
for p in inspect.signature(f).parameters.values(): print(p.name, p.kind, p.default is inspect.Parameter.empty)
