# The count audit sees whether these are freed.
class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


def cycle():
    p, q = [], []
    p.append(q)
    q.append(p)
    self_ref = {}
    self_ref["me"] = self_ref
    a, b = Node("a"), Node("b")
    a.other, b.other = b, a
    return a.other.other.name


names = set()
for _ in range(1000):
    names.add(cycle())
print(names)


def chain(n):
    head = None
    for i in range(n):
        node = Node(i)
        node.other = head
        head = node
    return head


long = chain(100000)
print(long.name)
long = None
print("freed without running out of stack")
fn = None


def outer():
    def inner():
        return inner

    return inner


print(outer()() is not None)
