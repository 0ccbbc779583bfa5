class Thing:
    kind = "thing"

    def __init__(self, n):
        self.n = n
        if n > 1:
            self.extra = n * 2


a, b = Thing(1), Thing(2)
a.new = "x"
b.n = 2.5
print(vars(a), vars(b), hasattr(a, "extra"), b.extra, a.kind)
a.kind = "own"
Thing.kind = "changed"
print(a.kind, b.kind, Thing(3).kind)
setattr(b, "dynamic", [1])
b.dynamic.append(2)
print(b.dynamic, getattr(b, "dyn" + "amic"))
del b.extra
try:
    print(b.extra)
except AttributeError as error:
    print(error)
Thing.method = lambda self, x: self.n + x
print(a.method(10), b.method(10))
a.n = 2 ** 70
a.method = lambda x: "instance"
print(a.n + 1, a.method(1), sorted(vars(a)))


class Strict:
    __slots__ = ("x",)


s = Strict()
s.x = 1
try:
    s.y = 2
except AttributeError as error:
    print(error)
print(s.x)
