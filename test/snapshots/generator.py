def pairs(items):
    for index, item in enumerate(items):
        yield index, item
    return (yield from items)
