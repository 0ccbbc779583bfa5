def trace(tag):
    print('evaluated', tag)
    return int
def f(a: trace('a'), b: trace('b') = trace('default')) -> trace('r'): pass
x: trace('x') = trace('value')
class C:
    y: trace('y') = trace('vy')
    def m(self, q: trace('q')): pass
def g():
    z: trace('never') = 1
    return z
print(g())
try:
    def h(x: Undefined): pass
except NameError as e: print(e)
try:
    class D:
        x: Missing = 3
except NameError as e: print(e)
class E:
    def m(self, o: "E") -> "E": pass
    other: int
def k(x: f"{1}"): pass
