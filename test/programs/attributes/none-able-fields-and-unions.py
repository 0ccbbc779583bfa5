# Fields that hold None at first, then objects, then numbers of both kinds.
class Cell:
    def __init__(self):
        self.value = None
        self.next = None


def chain(values):
    head = None
    for v in values:
        cell = Cell()
        cell.value = v
        cell.next = head
        head = cell
    return head


def total(cell):
    acc = 0
    while cell is not None:
        if cell.value is not None:
            acc += cell.value
        cell = cell.next
    return acc


class Shape:
    def area(self):
        return 0


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.0 * self.r * self.r


print(total(chain([1, 2, 3])), total(chain([1, None, 2.5])), total(chain([2 ** 63, 2 ** 63])), total(None))
shapes = [Square(2), Circle(1), Shape(), Square(1.5), Square(2 ** 40)]
print([s.area() for s in shapes], sum(s.area() for s in shapes), max(shapes, key=lambda s: s.area()).side)
x = None
for i in range(3):
    x = i if x is None else x + 0.5
    print(x, end=" ")
print()
