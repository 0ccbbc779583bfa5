def grow():
    numbers = {1: 2, 3: 4}
    for key in numbers:
        numbers[key + 100] = 1


def replace():
    numbers = {1: 2, 3: 4}
    for key in numbers:
        del numbers[key]
        numbers[key + 10] = 1


def shrink():
    numbers = {1: 2, 3: 4}
    for key, value in numbers.items():
        numbers.pop(key)


def add():
    numbers = {1, 2}
    for number in numbers:
        numbers.add(number + 10)


def remove():
    numbers = [1, 2, 3, 4, 5, 6]
    for number in numbers:
        numbers.remove(number)
    print(numbers)


for change in [grow, replace, shrink, add, remove]:
    try:
        change()
    except RuntimeError as error:
        print(change.__name__, error)
