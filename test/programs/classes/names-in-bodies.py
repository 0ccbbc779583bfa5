"""mod"""
# Names in class bodies, and what decorators see of what is bound later.
A = 1234
def simple_inner(a):
    A = a
    class X(object):
        A = A
    return X
def conditional(a, cond):
    class X(object):
        if cond:
            A = a
        A = A
    return X
print(simple_inner(4321).A, conditional(1, True).A, conditional(1, False).A)
def f(q):
    class Y:
        q = q
    return Y
try: print(f(1).q)
except NameError as e: print(e)
def f():
    class X:
        A = A
    return X
try:
    print(f())
except NameError as e:
    print(e)
A = 1
print(f().A)
class Y:
    try:
        B = B
    except NameError as e:
        print(e)
    B = 2
B = 3
class Z:
    B += 1
    print(B)
print(Z.B, B)
class C(object):
    """c"""
    copy = __doc__
class CS(C):
    """cs"""
    copy2 = __doc__
class CSS(CS):
    copy3 = __doc__
    __doc__ += 'x'
print(C.copy, CS.copy2, CSS.copy3, C.__doc__, CS.__doc__, CSS.__doc__)
def f():
    class A:
        "in f"
        q = __qualname__, __module__, __doc__
    return A.q
print(f())
class A(object):
    @staticmethod
    def static_method():
        return 3
    @classmethod
    def cm(cls): return cls.__name__
class B(A):
    @staticmethod
    def star_static_method(instance, *args):
        return super().static_method()
    @staticmethod
    def starc(instance, *args):
        return super().cm()
obj = B()
print(B.star_static_method(obj))
print(obj.star_static_method(obj))
print(obj.star_static_method(obj, 1))
print(obj.starc(obj, 1), B.starc(B), B.starc(B()))
try: print(obj.starc(3))
except TypeError as e: print(e)
def test(func):
    try:
        late
        return True
    except NameError:
        return False

@test
def late():
    pass
print(late)
def test2(func):
    try:
        return Late
    except NameError:
        return False
@test2
class Late:
    pass
print(Late)
class Deco:
    def __init__(self, f):
        try:
            later2
            self.x = 1
        except NameError:
            self.x = 0
@Deco
def later2(): pass
print(later2.x)
def use():
    return late3
try:
    @(lambda f: use())
    def late3(): pass
except NameError as e:
    print(e)
