"""Draws the Mandelbrot set as text. Usage: mandelbrot.py [WIDTH] [LIMIT]"""

import sys

SHADES = " .:-=+*#%@"


def escape_time(x, y, limit):
    """How many steps the point takes to leave the circle of radius 2; `limit` if it stays."""
    re = im = 0.0
    for step in range(limit):
        re2 = re * re
        im2 = im * im
        if re2 + im2 > 4.0:
            return step
        im = 2.0 * re * im + y
        re = re2 - im2 + x
    return limit


def draw(width, limit):
    height = width * 2 // 5
    inside = 0
    for row in range(height):
        line = []
        for column in range(width):
            x = -2.2 + 3.2 * column / width
            y = -1.2 + 2.4 * row / height
            steps = escape_time(x, y, limit)
            if steps == limit:
                inside += 1
            line.append(SHADES[min(steps, 45) // 5])
        print("".join(line).rstrip())
    print(f"{inside} of {width * height} points stay inside after {limit:,} steps")


if __name__ == "__main__":
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 76
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 100000
    draw(width, limit)
