class P:
    def __init__(self, x):
        self.x = x
    def __format__(self, spec):
        return f"P<{self.x}|{spec}>"
    def __str__(self):
        return "P-str"
    def __repr__(self):
        return "P-é"
p = P(3)
print(f"{p}", f"{p:abc}", f"{p!s}", f"{p!r}", f"{p!a}", "{:{w}}".format(p, w=7), "{0.x} {0!s:>8}".format(p), "%s %r %a" % (p, p, p), format(p), format(p, "q"), str(p), ascii(p))
class Q:
    pass
try:
    f"{Q():5}"
except TypeError as e:
    print(e)
class R:
    def __format__(self, spec):
        return 5
try:
    f"{R()}"
except TypeError as e:
    print(e)
class T:
    def __str__(self):
        return 5
try:
    str(T())
except TypeError as e:
    print(e)
