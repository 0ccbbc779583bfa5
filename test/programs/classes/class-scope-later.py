# Names of the class body in annotations, type parameters and type statements, also bound later
class A:
    class B: pass
    def f[T](self, x: B, y: T) -> B: pass
    type X = C
    type Y[T] = dict[T, D]
    class C: pass
    D = int
    def g[T: C](self): pass
    class In[T: D]: pass
    del D
try:
    print(A.f.__annotations__)
except Exception as e: print(repr(e))
try:
    print(A.X.__value__)
except Exception as e: print(repr(e))
try:
    print(A.Y.__value__)
except Exception as e: print(repr(e))
D = str
print(A.Y.__value__)
print(A.g.__type_params__[0].__bound__)
print(A.In.__type_params__[0].__bound__)


def around():
    C = 'local'

    class Inside:
        type X = C
        C = 'own'
    return Inside.X.__value__


print(around())
