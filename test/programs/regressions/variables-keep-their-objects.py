class D:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
def f():
    a = D("a")
    print("in f")
    b = D("b")
    a = D("a2")
    print("still")
f()
x = D("x")
print("mod")
x = D("x2")
print("mod2")
del x
print("end")
l = [D(1), D(2)]
l.pop(0)
print("popped")
l = None
def g(p):
    print("g", p.n)
    print("g end")
g(D("tmp"))
D("discard")
under = D("under")
for i in range(2):
    q = D(("loop", i))
    print("iter", i)
print("after loop")
