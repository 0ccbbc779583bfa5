# Attributes of a known class lie at fixed places.
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def walk(p, n):
    for _ in range(n):
        p.x += p.y * 0.5  # llvm: fadd double
    return p.x  # llvm-not: @rt_.*attr


print(walk(Point(1.0, 2.0), int(sys.argv[1])))
