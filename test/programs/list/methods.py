xs = [3, 1, 2]
xs.append(5)
xs.extend([7, 6])
xs.insert(0, 9)
xs.insert(-1, 8)
xs.insert(100, 10)
print(xs, len(xs), xs.index(5), xs.count(1), xs.pop(), xs.pop(0), xs.pop(-2), xs)
xs.remove(2)
xs.reverse()
print(xs, xs.copy(), xs + [1], xs * 2, 2 * xs, 3 in xs, 4 not in xs)
xs.sort()
print(xs, sorted(xs, reverse=True), sorted(["b", "A", "c"], key=str.lower), min(xs), max(xs))
xs.clear()
print(xs, not xs)
for bad in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][1], lambda: [1][-2], lambda: xs["a"], lambda: [1] + (2,)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
