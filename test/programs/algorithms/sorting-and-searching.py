def quicksort(xs):
    if len(xs) <= 1:
        return xs
    pivot, *rest = xs
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


def merge_sort(xs):
    if len(xs) < 2:
        return xs
    mid = len(xs) // 2
    left, right = merge_sort(xs[:mid]), merge_sort(xs[mid:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    return out + left[i:] + right[j:]


def bisect(xs, x):
    low, high = 0, len(xs)
    while low < high:
        mid = (low + high) // 2
        if xs[mid] < x:
            low = mid + 1
        else:
            high = mid
    return low


data = [(i * 7919) % 101 for i in range(60)]
print(quicksort(data) == sorted(data), merge_sort(data) == sorted(data), merge_sort(["b", "c", "a"]), quicksort([2.5, 1, 3]))
print(bisect([1, 3, 5, 7], 5), bisect([], 1), bisect(["a", "c"], "b"), merge_sort([2 ** 70, 1, -2 ** 70]))
