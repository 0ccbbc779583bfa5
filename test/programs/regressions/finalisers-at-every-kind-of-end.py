class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def ret():
    a = D("a"); b = D("b")
    return a
def early(x):
    a = D("e1")
    if x: return 1
    b = D("e2")
    return 2
def cl():
    a = D("cell")
    def f(): return a.n
    print(f())
    print("cl end")
def loop():
    for i in range(2):
        a = D(i)
        if i == 5: break
    print("loop end")
def tr():
    a = D("t")
    try: return "x"
    finally: print("finally")
def exc():
    a = D("x")
    try: raise ValueError
    except ValueError: print("handler")
    print("exc end")
def dele():
    a = D("d")
    print("before")
    del a
    print("after")
def gen():
    a = D("g")
    yield 1
    print("resumed")
    yield 2
def comp():
    l = [D(i) for i in range(2)]
    print("made")
    l = 5
    print("gone")
def nested():
    a = b = D("nest")
    a = 1
    print("still")
    b = 2
    print("dead")
def num():
    t = 0
    for i in range(100): t += i * i
    return t
def swap():
    a, b = D("s1"), D("s2")
    a, b = b, a
    a = None
    print("a none")
def uninit(x):
    if x: q = D("maybe")
    print("u")
    q = 3
    return q
x = ret(); print("ret done"); print(early(1), early(0)); cl(); loop(); print(tr()); exc(); dele()
for v in gen(): print(v)
comp(); nested(); print(num()); swap(); uninit(0); uninit(1)
lam = lambda a: print("lam", a.n)
lam(D("arg"))
class W:
    def __enter__(self): return D("with")
    def __exit__(self, *a): print("exit")
def w():
    with W() as d: print("body")
    print("w end")
w()
print("program end")
