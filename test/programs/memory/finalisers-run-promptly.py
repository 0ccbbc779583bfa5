class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


def scope():
    local = Node("local")
    print("in scope", local.name)


scope()
a = Node("a")
alias = a
del a
print("still alive", alias.name)
alias = None
print("gone")
xs = [Node("x"), Node("y")]
xs.pop(0)
print("popped")
xs.clear()
print("cleared")
d = {"k": Node("value")}
d["k"] = 1
print("replaced")
print("end")
