import copy
from collections import Counter, OrderedDict, defaultdict, deque


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
        self.parent = None


class Slotted:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Custom(self.n + 1)

    def __deepcopy__(self, memo):
        return Custom(self.n + 10)


class Names(list):
    pass


root = Node(1, [Node(2)])
root.children[0].parent = root
deep = copy.deepcopy(root)
shallow = copy.copy(root)
print(deep.children[0].parent is deep, deep.children[0] is root.children[0], shallow.children is root.children, deep.value)
x = [[1, 2], {'a': [3]}, (4, [5]), {6}]
y = copy.deepcopy(x)
y[0].append(9)
y[1]['a'].append(9)
y[2][1].append(9)
print(x, y, copy.copy(x) == x, copy.copy(x)[0] is x[0])
loop = []
loop.append(loop)
again = copy.deepcopy(loop)
print(again[0] is again, again is loop)
s = copy.deepcopy(Slotted([1], 2))
print(s.x, s.y, copy.copy(Custom(1)).n, copy.deepcopy([Custom(1)])[0].n)
n = Names([1, [2]])
n.tag = 'x'
m = copy.deepcopy(n)
print(type(m).__name__, m, m.tag, m[1] is n[1])
d = defaultdict(list, a=[1])
e = copy.deepcopy(d)
e['b'].append(2)
print(d, e, copy.copy(deque([1, 2], 5)), copy.deepcopy(deque([[1]])), copy.deepcopy(Counter('aab')), copy.copy(OrderedDict(a=1)))
t = (1, 'a', (2, 3))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy(len) is len, copy.deepcopy(Node) is Node, copy.deepcopy({1: None}))
