"""What leaves slots for floats in the middle of a loop, and what reads them in other ways."""
import struct
from math import copysign


class Body:
    def __init__(self, place, speed):
        self.place = place
        self.speed = speed
        self.log = []

    def step(self, dt, other):
        self.place += self.speed * dt
        other.speed -= self.place
        self.log.append(self.place)
        return self.place

    @property
    def energy(self):
        return self.speed**2 / 2

    def __eq__(self, other):
        return self.place == other.place

    __hash__ = None




class Watched(Exception):
    def __init__(self, level):
        self.level = level


def disturb(body, step):
    if step == 2:
        object.__setattr__(body, "speed", 3)
    elif step == 4:
        object.__delattr__(body, "place")
    elif step == 5:
        object.__setattr__(body, "place", 0.125)


def simulate(a, b, steps):
    for step in range(steps):
        try:
            a.step(0.5, b)
            b.step(0.25, a)
        except AttributeError as error:
            print(step, error)
        disturb(a, step)
    return a.place, a.speed, b.place, b.speed, a.energy, a == b


def swap(a):
    a.place, a.speed = a.speed, a.place
    return lambda: a.place - a.speed


a, b = Body(1.0, 0.5), Body(-2.0, 0.0)
print(simulate(a, b, 8))
print(a.log, b.log, swap(a)(), a.place, type(a.place))
shared = Body(1.0, 2.0)
print(simulate(shared, shared, 3), shared.log)
odd = [struct.unpack("<d", struct.pack("<Q", bits))[0] for bits in (0x7FF8616273656E74, 0x7FF0616273656E74, 0xFFF8616273656E74)]
for nan in odd:
    a.place = copysign(nan, 1.0)
    a.speed = -a.place
    print(a.place, a.speed, a.place != a.place, a.energy, a.step(1.0, b), hasattr(a, "place"))
try:
    raise Watched(2.5)
except Watched as error:
    error.level += 1.0
    print(error.level)


class Meter:
    unit = 1.0

    def __init__(self):
        self.unit += 1.0
        self.value = self.unit


class Chain:
    __slots__ = ("weight", "next")

    def __init__(self, weight, next):
        self.weight = weight
        self.next = next


print(Meter().value, Meter.unit, Chain(1.5, Chain(2.5, None)).next.weight)
bodies = [Body(i * 0.5, i * 1.0) for i in range(5)]
print([f"{body.place:.2f}" for body in bodies], sum(body.speed for body in bodies), max(body.energy for body in bodies))
