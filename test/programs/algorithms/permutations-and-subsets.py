def permutations(xs):
    if not xs:
        yield []
        return
    for i, x in enumerate(xs):
        for rest in permutations(xs[:i] + xs[i + 1 :]):
            yield [x] + rest


def subsets(xs):
    result = [[]]
    for x in xs:
        result += [s + [x] for s in result]
    return result


def solve_queens(n, placed=()):
    if len(placed) == n:
        return 1
    row = len(placed)
    return sum(solve_queens(n, placed + (c,)) for c in range(n) if all(c != p and abs(c - p) != row - r for r, p in enumerate(placed)))


def gray(n):
    return [""] if n == 0 else ["0" + g for g in gray(n - 1)] + ["1" + g for g in reversed(gray(n - 1))]


print(list(permutations([1, 2, 3])), len(list(permutations("abcde"))), subsets("abc"), [solve_queens(n) for n in range(7)], gray(3))
