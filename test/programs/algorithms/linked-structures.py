class Node:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key):
        self.size += 1
        if self.root is None:
            self.root = Node(key)
            return
        node = self.root
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    return
                node = node.right

    def __iter__(self):
        stack, node = [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key
            node = node.right

    def depth(self, node="root"):
        if node == "root":
            node = self.root
        return 0 if node is None else 1 + max(self.depth(node.left), self.depth(node.right))


for keys in ([5, 2, 8, 1, 9, 3], [2.5, 1, 2 ** 65, -1], ["pear", "apple", "fig"], []):
    tree = Tree()
    for key in keys:
        tree.insert(key)
    print(list(tree), tree.size, tree.depth())
