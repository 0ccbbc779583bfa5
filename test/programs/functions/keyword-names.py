# Keywords of calls are not mangled in classes, parameters are; keys of ** may be of a subclass of str.
def regular(__x, dummy=None): return __x
class Meta(type):
    def __new__(m, n, b, d, **kw):
        print(kw); return type.__new__(m, n, b, d)
    def __init__(*a, **k): pass
class A:
    def call(self): return regular(__x=1)
    def m(self, __y): return __y
    def call2(self):
        try: return self.m(__y=1)
        except TypeError as e: return e
    def call3(self):
        return self.m(**{'_A__y': 3}), dict(__z=4), dict(__z=4, **{'q': 1}), self.m(_A__y=5)
    class I(metaclass=Meta, __k=1): pass
    def kwo(self, *, __q=3): return __q
    def call4(self):
        try: return self.kwo(__q=1)
        except TypeError as e: return e
print(A().call(), A().call2(), A().call3(), A().call4())
def f(k=None, **kw): return k, kw
class S(str): pass
print(f(**{S('k'): 'v'}), f(**{S('q'): 'v'}))
