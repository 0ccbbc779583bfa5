"""Conway's game of life on a torus. Usage: life.py [WIDTH] [HEIGHT] [STEPS]"""

import sys


def neighbours(grid, x, y):
    height, width = len(grid), len(grid[0])
    count = 0
    for dy in (-1, 0, 1):
        row = grid[(y + dy) % height]
        for dx in (-1, 0, 1):
            if dx or dy:
                count += row[(x + dx) % width]
    return count


def step(grid):
    return [[n == 3 or (n == 2 and alive) for x, alive in enumerate(row) for n in (neighbours(grid, x, y),)] for y, row in enumerate(grid)]


def seed(width, height):
    state = 42
    grid = []
    for _ in range(height):
        row = []
        for _ in range(width):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            row.append((state >> 16) % 3 == 0)
        grid.append(row)
    return grid


def main(width=60, height=20, steps=100):
    grid = seed(width, height)
    for _ in range(steps):
        grid = step(grid)
    for row in grid:
        print("".join("#" if alive else "." for alive in row))
    print(f"{sum(map(sum, grid))} cells live after {steps} steps")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
