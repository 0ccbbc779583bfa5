def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class Abs(Exception):
    def __str__(self): return "custom str"
show(lambda: (_ for _ in ()).throw(Abs("x")))
e = Abs("x", 1); print(repr(e), e.args, str(e))
class E2(Exception):
    def __init__(self, a, b): self.a = a; self.b = b
e = E2(1, 2); print(repr(e), e.args, str(e), e.a)
class E3(KeyError): pass
print(str(E3("k")), repr(E3("k", 2)))
print(issubclass(E3, LookupError), E3.__mro__[1].__name__)
try: raise E2(1, b=2)
except E2 as e: print(e.args, e.b)
print(Exception("a", "b"), BaseException(), Exception(None), ValueError(5).args)
print(StopIteration(3).value, SystemExit().code, SystemExit(1, 2).code, KeyError(1), OSError("x"), OSError(1, "y"), ImportError("m", name="n").name)
print(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), AttributeError("q", name="n", obj=5).name)
show(lambda: ValueError(x=1))
show(lambda: b"\xff".decode())
