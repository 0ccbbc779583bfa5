def f(a, *args, k=1, **kw): return (a, args, k, kw)
print(f(*[1, 2, 3], k=4, **{"z": 5}), f(*"ab", *(1,)), f(**{"a": 1, "k": 2}))
print((lambda *a, **k: (a, k))(1, x=2), (lambda x=5: x)())
try: f()
except TypeError as e: print(e)
try: f(1, **{"a": 2})
except TypeError as e: print(e)
try: f(**{1: 2})
except TypeError as e: print(e)
def kw_only(*, a, b=2): return a, b
try: kw_only(1, a=2)
except TypeError as e: print(e)
try: kw_only()
except TypeError as e: print(e)
def three(a, b, c): pass
try: three()
except TypeError as e: print(e)
try: three(1)
except TypeError as e: print(e)
def d(a, b=1): pass
try: d(1, 2, 3)
except TypeError as e: print(e)
try: d(bb=2)
except TypeError as e: print(e)
try: d(1, a=2)
except TypeError as e: print(e)
def po(a, b, /): pass
try: po(1, b=2)
except TypeError as e: print(e)
class Cl:
    def meth(self, a): pass
    @staticmethod
    def sm(a): pass
    @classmethod
    def cm(cls, a): pass
for call in (lambda: Cl().meth(), lambda: Cl().meth(1, 2), lambda: Cl.sm(), lambda: Cl.cm(), lambda: Cl.meth(), lambda: Cl(1), lambda: Cl.meth(1)):
    try: call(); print("fine")
    except TypeError as e: print(e)
