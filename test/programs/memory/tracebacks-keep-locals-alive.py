class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


def raising():
    held = Node("held")
    raise ValueError


try:
    raising()
except ValueError:
    print("caught")
print("end")
