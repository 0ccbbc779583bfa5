def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        previous, row[0] = row[0], i
        for j in range(1, len(b) + 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a[i - 1] != b[j - 1]))
    return row[-1]


def partitions(n):
    ways = [1] + [0] * n
    for part in range(1, n + 1):
        for total in range(part, n + 1):
            ways[total] += ways[total - part]
    return ways[n]


def knapsack(items, capacity):
    best = {0: 0}
    for weight, value in items:
        for w, v in list(best.items()):
            if w + weight <= capacity:
                best[w + weight] = max(best.get(w + weight, 0), v + value)
    return max(best.values())


print(lcs("AGGTAB", "GXTXAYB"), lcs([1, 2, 3], [2, 3, 4]), edit_distance("kitten", "sitting"), edit_distance("", "abc"))
print(partitions(5), partitions(100), partitions(420), knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
