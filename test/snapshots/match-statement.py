def area(shape):
    match shape:
        case ["square", side] if side > 0:
            return side * side
        case {"radius": r}:
            return r
        case _:
            return None
