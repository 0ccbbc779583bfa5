def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class M1(type):
    def __instancecheck__(cls, o): return o == 5
    def __getitem__(cls, i): return i * 2
    def __len__(cls): return 99
    def __iter__(cls): return iter([1, 2])
    def __repr__(cls): return "<M1 " + cls.__name__ + ">"
    @property
    def prop(cls): return "metaprop"
class K(metaclass=M1): pass
print(isinstance(5, K), isinstance(6, K), K[21], len(K), list(K), K, K.prop)
class M(type):
    def __new__(mcs, name, bases, ns, **kw):
        ns['added'] = kw
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print("calling", cls.__name__)
        return super().__call__(*a)
    def meth(cls): return cls.__name__ + "!"
class U(metaclass=M, flag=1):
    def __init__(self, q): self.q = q
u = U(4); print(u.q, U.added, U.meth(), type(U).__name__)
