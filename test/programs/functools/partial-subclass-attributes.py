# Subclasses of partial have attributes of their own.
import functools
class P(functools.partial): pass
def f(*a, **k): return a, k
p = P(f, 1, x=2)
print(p.__dict__, p(3))
p.attr = 5
print(p.__dict__, vars(p))
q = functools.partial(f, 1)
print(q.__dict__)
q.z = 3
print(q.__dict__)
class S(functools.partial):
    def __init__(self, *a, **k): self.extra = 1
s = S(f)
print(s.__dict__, s.extra)
