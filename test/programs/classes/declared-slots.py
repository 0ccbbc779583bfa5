def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class Slots:
    __slots__ = ("a",)
x = Slots(); 
show(lambda: x.a)
x.a = 1; print(x.a); del x.a; show(lambda: x.a)
def dela(): del x.a
show(dela)
def conflict():
    class Y:
        __slots__ = ("q",)
        q = 1
show(conflict)
print(Slots.a, Slots.__slots__)
class S1:
    __slots__ = 'a'
class S2(S1):
    __slots__ = ('b', '__dict__')
s = S2(); s.a = 1; s.b = 2; s.c = 3; print(s.a, s.b, s.c, s.__dict__, S2.__slots__)
class S3(S1): pass
s = S3(); s.a = 1; s.z = 2; print(s.__dict__, s.a)
