# Attributes that hold floats wherever one looks, until something else is stored, deleted or left out at run time.
import gc

put, remove = object.__setattr__, object.__delattr__


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.owner = None

    def norm(self):
        return self.x * self.x + self.y * self.y


class Weighted(Point):
    def __init__(self, x, y, weight):
        self.weight = weight
        super().__init__(x, y)

    def norm(self):
        return super().norm() * self.weight


class Late:
    def __init__(self, start):
        self.start = start

    def run(self):
        self.end = self.start + 1.0
        return self.length()

    def length(self):
        return self.end - self.start


def derive(base):
    class Derived(base):
        def norm(self):
            return -self.y

    return Derived


def total(points):
    result = 0.0
    for point in points:
        result += point.norm()
        point.x += 1.0
        point.y = point.x * 0.5
    return result


def spoil(points):
    print(total(points), [(p.x, p.y) for p in points])
    put(points[0], "x", 7)
    put(points[1], "weight", "heavy")
    print(points[0].x, points[0].norm(), points[0].y, points[1].weight)
    try:
        print(total(points))
    except TypeError as error:
        print(error, points[0].x, points[1].x)
    del points[3].y
    for action in (points[3].norm, lambda: remove(points[3], "y"), lambda: total(points[3:])):
        try:
            print(action())
        except AttributeError as error:
            print(error)
    points[3].y = 2.5
    put(points[1], "weight", 0.5)
    put(points[0], "x", 0.5)
    print(total([points[3], points[1], points[0]]), points[0].x, [name for name in dir(points[3]) if name[0] != "_"])


def complete():
    late = Late(1.5)
    try:
        late.length()
    except AttributeError as error:
        print(error)
    print(late.run(), Late(2.0).run(), hasattr(late, "end"), hasattr(Late(0.0), "end"))


def outside(points):
    made = derive(Weighted)(1.0, 2.0, 3.0)
    bare = Point.__new__(Point)
    put(made, "extra", [made])
    print(made.norm(), Point.norm(made), made.x, hasattr(bare, "x"))
    try:
        print(made.norm() + bare.norm())
    except AttributeError as error:
        print(error, made.x, made.y)
    put(bare, "y", 1.0)
    put(bare, "x", 4.0)
    print(isinstance(bare, Point), bare.norm(), bare.x)
    points[0].owner, points[1].owner = points[1], points[0]
    made.owner = made



points = [Point(1.0, 2.0), Weighted(0.5, 0.25, 2.0), Point(float("nan"), -0.0), Weighted(3.0, 4.0, 1.5)]
spoil(points)
complete()
outside(points)
del points
print(gc.collect() > 0)
