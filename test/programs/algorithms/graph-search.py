GRID = ["S.#.....", "..#.###.", ".##.#...", "....#.#E"]


def find(letter):
    for y, row in enumerate(GRID):
        for x, c in enumerate(row):
            if c == letter:
                return x, y


def shortest(start, end):
    queue = [(start, 0)]
    seen = {start}
    while queue:
        (x, y), steps = queue.pop(0)
        if (x, y) == end:
            return steps
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            spot = nx, ny = x + dx, y + dy
            if 0 <= ny < len(GRID) and 0 <= nx < len(GRID[ny]) and GRID[ny][nx] != "#" and spot not in seen:
                seen.add(spot)
                queue.append((spot, steps + 1))
    return None


print(find("S"), find("E"), find("?"), shortest(find("S"), find("E")))
