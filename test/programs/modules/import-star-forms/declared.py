__all__ = ["shown", "Thing"]
__all__ += ["_private"]

_private = "private"
hidden = "hidden"


def shown(x):
    return x * 2


class Thing:
    def name(self):
        return "thing"
