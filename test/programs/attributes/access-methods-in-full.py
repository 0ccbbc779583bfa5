# getattr family
class A:
    x = 1
    def __getattr__(s, n):
        if n.startswith('q'): raise AttributeError(f'no {n}')
        return 'ga:' + n
a = A()
print(a.x, a.y, hasattr(a, 'q1'), getattr(a, 'q2', 'd'))
try: a.q3
except AttributeError as e: print(e)
class B:
    def __init__(s): s.v = 1
    def __getattribute__(s, n):
        if n == 'secret': return 'intercepted'
        return object.__getattribute__(s, n)
    def __setattr__(s, n, v): print('setattr', n, v); super().__setattr__(n, v)
    def __delattr__(s, n): print('delattr', n); object.__delattr__(s, n)
b = B(); b.w = 2; del b.w
print(b.secret, b.v, b.__dict__)
class C:
    def __getattribute__(s, n): raise AttributeError(n)
    def __getattr__(s, n): return 'fallback ' + n
print(C().foo)
class Meta(type):
    def __getattr__(cls, n): return f'meta {n}'
    def __call__(cls, *a, **k): print('call', a, k); return super().__call__(*a, **k)
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    def __len__(cls): return 77
    def __iter__(cls): return iter('abc')
    def __contains__(cls, x): return x == 'in'
    def __getitem__(cls, k): return ('item', k)
    def __repr__(cls): return '<Meta ' + cls.__name__ + '>'
    def __add__(cls, o): return 'added'
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 3
    @property
    def prop(cls): return 'metaprop'
    def meth(cls): return cls.__name__
class M(metaclass=Meta):
    def __init__(s, z=0): s.z = z
print(M.anything, M(3).z, isinstance(5, M), isinstance(6, M), issubclass(int, M), len(M), list(M), 'in' in M, M[4], M, M + 1, M.prop, M.meth(), type(M))
try: M().meth
except AttributeError as e: print(e)
setattr(M, 'k', 3); print(M.k, M().k); delattr(M, 'k'); print(M.k)
for name in ['x', 'nope']:
    print(getattr(A, name, None))
print(vars(a), vars(M()) , sorted(k for k in vars(A) if not k.startswith('__')))
try: getattr(a, 3)
except TypeError as e: print(e)
class F:
    pass
f = F()
f.__dict__['odd name'] = 1
print(getattr(f, 'odd name'), f.__dict__)
f.__dict__ = {'r': 1}
print(f.r, vars(f) is f.__dict__)
f.__class__ = A
print(f.zork, type(f).__name__)
try: (1).foo
except AttributeError as e: print(e)
try: (1).foo = 3
except AttributeError as e: print(e)
try: int.foo = 3
except TypeError as e: print(e)
try: None.foo
except AttributeError as e: print(e)
try: F.foo
except AttributeError as e: print(e)
try: f2 = F(); f2.foo
except AttributeError as e: print(e)
try: del F().foo
except AttributeError as e: print(e)
def func(): pass
func.attr = 1; print(func.attr, func.__dict__); del func.attr
try: func.attr
except AttributeError as e: print(e)
