"""What bench:node measures; speed.c and speed.js do the same."""
from math import sqrt


def add(a: int, b: int) -> int:
    return a + b


def shout(text: str) -> str:
    return text + "!"


def total(numbers: memoryview) -> float:
    return sum(numbers)


def word_count(words: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


class Body:
    def __init__(self, x: float, y: float, z: float, vx: float, vy: float, vz: float, mass: float):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def solar_system() -> list[Body]:
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47),
        Body(4.84, -1.16, -0.10, 0.6, 2.81, -0.02, 0.037),
        Body(8.34, 4.12, -4.0, -1.01, 1.82, 0.008, 0.011),
        Body(12.8, -15.1, -0.22, 1.08, 0.86, -0.01, 0.0017),
        Body(15.3, -25.9, 0.17, 0.97, 0.59, -0.03, 0.002),
    ]


def advance(bodies: list[Body], dt: float) -> None:
    n = len(bodies)
    for i in range(n):
        a = bodies[i]
        for j in range(i + 1, n):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            mag = dt / (square * sqrt(square))
            a.vx -= dx * b.mass * mag
            a.vy -= dy * b.mass * mag
            a.vz -= dz * b.mass * mag
            b.vx += dx * a.mass * mag
            b.vy += dy * a.mass * mag
            b.vz += dz * a.mass * mag
    for b in bodies:
        b.x += dt * b.vx
        b.y += dt * b.vy
        b.z += dt * b.vz


def energy(bodies: list[Body]) -> float:
    e = 0.0
    for i, a in enumerate(bodies):
        e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            e -= a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return e


def nbody(steps: int) -> float:
    bodies = solar_system()
    for _ in range(steps):
        advance(bodies, 0.01)
    return energy(bodies)


def nbody_lists(positions: list[float], velocities: list[float], masses: list[float], steps: int) -> list[float]:
    n = len(masses)
    dt = 0.01
    for _ in range(steps):
        for i in range(n):
            a = 3 * i
            for j in range(i + 1, n):
                b = 3 * j
                dx = positions[a] - positions[b]
                dy = positions[a + 1] - positions[b + 1]
                dz = positions[a + 2] - positions[b + 2]
                square = dx * dx + dy * dy + dz * dz
                mag = dt / (square * sqrt(square))
                velocities[a] -= dx * masses[j] * mag
                velocities[a + 1] -= dy * masses[j] * mag
                velocities[a + 2] -= dz * masses[j] * mag
                velocities[b] += dx * masses[i] * mag
                velocities[b + 1] += dy * masses[i] * mag
                velocities[b + 2] += dz * masses[i] * mag
        for i in range(3 * n):
            positions[i] += dt * velocities[i]
    return positions
