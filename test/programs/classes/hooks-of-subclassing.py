def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class Base:
    registry = []
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw); Base.registry.append(cls.__name__)
class C1(Base): pass
class C2(C1): pass
print(Base.registry)
def bad_sub():
    class C3(Base, foo=1): pass
show(bad_sub)
class SetName:
    def __set_name__(self, o, n): raise ValueError("sn")
def bad_sn():
    class X: a = SetName()
try: bad_sn()
except ValueError as e: print(e, e.__notes__)
