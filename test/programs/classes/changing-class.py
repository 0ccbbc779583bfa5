"""Objects that change their class, or lose their dict."""
class P:
    def __init__(self): self.a = 1; self.b = 2
    def m(self): return 'P', self.a, self.b
    def become(self): self.__class__ = R; return self.m()
class R:
    def __init__(self): self.b = 1; self.c = 2; self.a = 9
    def m(self): return 'R', self.a, self.b
class S:
    def m(self): return 'S'
class T:
    def m(self): return 'T'
def main():
    p = P(); r1 = p.m(); p.__class__ = R; p.c = 5; r2 = p.m(); print(p.__dict__)
    p.__class__ = P
    print(r1, r2, p.m(), p.__dict__, type(p))
    print(P().become())
    s = S(); print(s.m()); s.__class__ = T; print(s.m(), isinstance(s, T), isinstance(s, S))
main()


class SX:
    __slots__ = ('x',)


class SA:
    __slots__ = {'x': 'doc of x'}


def slots():
    o = SX()
    o.x = 4
    o.__class__ = SA
    print(o.x, type(o).x.__doc__, SA.x.__qualname__, SA.x.__objclass__)
    p = P()
    del p.__dict__
    print(p.__dict__)
    for other in (5, int):
        try:
            p.__class__ = other
        except TypeError as e:
            print(e)


slots()
