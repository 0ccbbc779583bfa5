class Point:
    """A place."""

    origin = 0

    def __init__(self, x):
        super().__init__()
        self.x = x or Point.origin

    @property
    def doubled(self):
        return self.x * 2
