# An element's __lt__, __eq__ or an index's __index__ may change the list that is at work.
class Less:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        numbers.append(1)
        return self.value < other.value


class Shrink:
    def __eq__(self, other):
        numbers.clear()
        return False


class Index:
    def __index__(self):
        numbers.clear()
        return 0


numbers = [Less(3), Less(1), Less(2)]
try:
    numbers.sort()
except ValueError as error:
    print(error, [item.value for item in numbers])
numbers = [Shrink() for _ in range(5)]
print(5 in numbers, numbers)
numbers = [Shrink() for _ in range(5)]
print(numbers == [5] * 5, numbers)
numbers = [1, 2, 3]
print(numbers[Index():], numbers)
numbers = [1, 2, 3]
numbers.insert(Index(), 5)
print(numbers)
try:
    numbers[Index()] = 5
except IndexError as error:
    print(error)
