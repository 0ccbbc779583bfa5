from itertools import combinations, combinations_with_replacement, groupby, permutations, product, tee
import itertools

print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product('a', [])), len(list(product(range(4), repeat=5))))
print(list(permutations('abc', 2)), len(list(permutations(range(6)))), list(permutations([1, 2, 3])), list(permutations('ab', 3)), list(permutations('')))
print(list(combinations('abcd', 2)), list(combinations([1, 2], 3)), list(combinations('ab', 0)), len(list(combinations(range(10), 5))))
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement('', 1)))
print([(k, list(g)) for k, g in groupby('aaabbc')], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print([k for k, g in groupby('aabbbc')], list(groupby([])))
groups = list(groupby('aab'))
print([list(g) for k, g in groups])
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), tee([], 0), len(tee('ab', 3)))
c, d = tee(x * x for x in range(5))
print(list(zip(c, d)), sum(1 for _ in itertools.permutations(range(7))))
total = 0
for x, y, z in product(range(10), repeat=3):
    if x + y == z:
        total += x * y
print(total)
