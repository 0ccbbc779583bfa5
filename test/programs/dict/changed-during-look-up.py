# A key's __eq__ may change the dict or set that looks it up.
class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return 1

    def __eq__(self, other):
        global calls
        calls += 1
        if calls < 30:
            numbers.clear()
            members.clear()
            for i in range(calls):
                numbers[i] = i
                members.add(i)
        return isinstance(other, Key) and self.value == other.value


calls = 100
numbers = {}
members = set()
for i in range(5):
    numbers[Key(i)] = i
    members.add(Key(i))
calls = 0
print(Key(3) in numbers, Key(3) in members)
numbers[Key(9)] = 9
members.add(Key(9))
print(sorted(key if isinstance(key, int) else -1 for key in numbers))
print(sorted(key if isinstance(key, int) else -1 for key in members))
