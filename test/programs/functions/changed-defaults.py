"""Defaults that are changed after the function was made."""
def f(a, b=1): return a, b
print(f(1))
f.__defaults__ = (9,)
print(f(1))
def k(*, a=1): return a
print(k())
k.__kwdefaults__ = {'a': 9}
print(k())
def h():
    def g(x=1): return x
    g.__defaults__ = (5,)
    return g()
print(h())
