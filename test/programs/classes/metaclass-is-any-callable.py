def make(name, bases, ns, **kw):
    print(name, bases, sorted(k for k in ns if k[0] != '_'), kw)
    return type(name, bases, ns)
class D(metaclass=make, extra=1): v = 3
print(D.v)


# So may the type of a base that is no class.
class Maker:
    def __init__(self, *args):
        self.args = args[0], len(args[1])


class Made(Maker()):
    pass


print(type(Made), Made.args)
