class Res:
    def __init__(self, n): self.n = n
    def __enter__(self): print("open", self.n); return self
    def __exit__(self, *a): print("close", self.n, a[0] and a[0].__name__); return self.n == "swallow"
with Res("a") as a, Res("b") as b: print(a.n, b.n)
with Res("swallow"): 
    with Res("in"): raise ValueError
def early():
    with Res("e"): return "early"
print(early())
for i in range(2):
    with Res(i):
        if i == 0: continue
        break
