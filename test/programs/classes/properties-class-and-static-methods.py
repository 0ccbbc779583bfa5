class Circle:
    count = 0

    def __init__(self, radius):
        self._radius = radius
        Circle.count += 1

    @property
    def radius(self):
        """Its radius."""
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("negative radius")
        self._radius = value

    @radius.deleter
    def radius(self):
        print("deleted")
        self._radius = 0

    @property
    def area(self):
        return 3 * self._radius ** 2

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def double(x):
        return x * 2


class Ring(Circle):
    pass


c = Circle(2)
c.radius = 5
c.radius += 1
print(c.radius, c.area, Circle.unit().radius, type(Ring.unit()).__name__, Circle.double(4), c.double("a"), Circle.count, Ring.count)
for bad in (lambda: setattr(c, "radius", -1), lambda: setattr(c, "area", 1)):
    try:
        bad()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
del c.radius
print(c.radius, Circle.radius.__doc__)
