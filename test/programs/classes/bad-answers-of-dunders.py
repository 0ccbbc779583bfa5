def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class Bo:
    def __bool__(self): return 5
show(lambda: bool(Bo()))
class Ln:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
show(lambda: len(Ln(-1))); show(lambda: len(Ln("x"))); show(lambda: len(Ln(10**30))); show(lambda: bool(Ln(0)), )
class NI:
    def __iter__(self): return 5
show(lambda: iter(NI()))
class St:
    def __str__(self): return 5
    def __repr__(self): return 6
show(lambda: str(St())); show(lambda: repr(St()))
class Weird:
    def __eq__(self, o): raise ValueError("eq")
show(lambda: Weird() == 1); show(lambda: Weird() in [1, 2]); show(lambda: [Weird()].index(3))
class BadHash:
    def __hash__(self): return "x"
show(lambda: hash(BadHash()))
class BigHash:
    def __hash__(self): return 10**30
print(hash(BigHash()) == hash(10**30))
class Neg:
    def __hash__(self): return -1
print(hash(Neg()))
class Idx:
    def __index__(self): return 2
print([1, 2, 3][Idx()], "abc"[Idx()], list(range(Idx())), [1, 2, 3, 4][Idx():], hex(Idx()), int(Idx()), "a" * Idx())
class BadIdx:
    def __index__(self): return "2"
show(lambda: [1][BadIdx()])
