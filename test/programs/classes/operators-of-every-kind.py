class Ops:
    def __init__(self, v): self.v = v
    def __sub__(self, o): return ("sub", self.v, o)
    def __rsub__(self, o): return ("rsub", self.v, o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __matmul__(self, o): return "mm"
    def __floordiv__(self, o): return "fd"
    def __mod__(self, o): return "mod"
    def __divmod__(self, o): return "dm"
    def __lshift__(self, o): return "ls"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __invert__(self): return "inv"
    def __pos__(self): return "pos"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 3
    def __reversed__(self): return iter("rev")
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __getitem__(self, k): return k
o = Ops(1)
print(o - 2, 3 - o, o ** 2, 2 ** o, pow(o, 2, 5), o @ 1, o // 1, o % 1, divmod(o, 2), o << 1, o & 1, o | 1, o ^ 1, ~o, +o, abs(o), round(o), round(o, 2), list(reversed(o)))
o[1:2] = 3; del o["k"]; print(o[1:2], o[1, 2], o[...])
