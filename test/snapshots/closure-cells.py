def counter(step):
    count = 0

    def increase():
        nonlocal count
        count += step
        return count

    return increase
