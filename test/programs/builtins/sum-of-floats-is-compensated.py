print(sum([0.1] * 10), sum(x * 0.1 for x in range(10)), sum([1e16, 1.0, -1e16]), sum([1e16, 1, -1e16]))
print(sum([0.1, 1, 2 ** 70, 0.1]), sum([True, 1.5, True]), sum([2 ** 62, 2 ** 62, 2.5]), sum([-0.0]), sum([], -0.0))
print(sum([1e308, 1e308]), sum([float('inf'), 1.0]), sum([float('inf'), -float('inf')]))
print(sum([9223372036854775807, 1]), sum((9223372036854775807, 1, -1)), sum([[1], [2]], []), sum([1, 2], start=0.5))
