def kind(value):
    match value:
        case 0 | 1:
            return "small"
        case int(n) if n > 100:
            return f"large {n}"
        case int() | float():
            return "number"
        case "a" | "b":
            return "letter"
        case [x, y]:
            return f"pair {x} {y}"
        case [first, *rest]:
            return f"many {first} {rest}"
        case {"type": "point", "x": x, **others}:
            return f"point {x} {others}"
        case (None):
            return "none"
        case _:
            return "other"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"axis {y}"
        case Point(x, y):
            return f"plane {x} {y}"


for value in (0, 1, 50, 101, 2.5, "a", "q", [1, 2], [1, 2, 3], [], {"type": "point", "x": 1, "z": 2}, None, {}):
    print(kind(value))
print(where(Point(0, 0)), where(Point(0, 3)), where(Point(2, 0)), where(Point(1, 2)), where(5))
