def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def who(self): return "A"
    @classmethod
    def cm(cls): return "A.cm " + cls.__name__
class B(A):
    def who(self): return "B" + super().who()
    @classmethod
    def cm(cls): return "B " + super().cm()
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
print(D().who(), [c.__name__ for c in D.__mro__], D.cm(), D().cm())
def mkbad():
    class X(A, B): pass
show(mkbad)
def mkdup():
    class X(A, A): pass
show(mkdup)
def mkbool():
    class X(bool): pass
show(mkbool)
def layout():
    class X(int, str): pass
show(layout)
