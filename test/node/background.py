"""Functions that run off the main thread."""

calls = 0


# tauraro: background
def busy(n: int) -> int:
    total = 0
    for i in range(n):
        total = (total * 31 + i) % 1000003
    return total


def words(text: str, *, least: int = 1) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return {word: n for word, n in counts.items() if n >= least}


# tauraro: background
def fail(n: int) -> int:
    raise ValueError("bad " + str(n))


def plain() -> int:
    return 1
