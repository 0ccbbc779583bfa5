def make(name, bases, ns, **kw):
    print(name, bases, sorted(k for k in ns if k[0] != '_'), kw)
    return type(name, bases, ns)
class D(metaclass=make, extra=1): v = 3
print(D.v)
