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


class Vector:
    try:
        def plus(self, other: Vector): pass
    except NameError as error:
        print(error)
    try:
        def plus(self, other: 'Vector' | None): pass
    except TypeError as error:
        print(error)
    try:
        def plus(self, other: int[str], more: int.absent): pass
    except TypeError as error:
        print(error)
    try:
        later: Later = 3
    except NameError as error:
        print(error)

    def fine(self, other: list[int], more: 'Vector', last: Exception | None = None) -> dict[str, 'Vector']: pass


class Later:
    pass


def inside(a: Later, b: Vector) -> Later:
    unread: EvenLater = 3
    return unread


print(inside(1, 2))
