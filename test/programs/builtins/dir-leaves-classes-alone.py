# dir() of a class makes the names of built-in types' methods visible, and gives the class none.
class A:
    def __init__(self, x=0):
        self.x = x

    def __len__(self):
        return self.x

    def __add__(self, other):
        return ('add', other)

    def __iter__(self):
        return iter(range(self.x))

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return 'attr ' + name


class B(A):
    def new(self):
        return 1


print('new' in dir(B), 'new' in dir(A), 'x' in dir(A(1)), '__len__' in dir(B))
print(sorted(set(B.__dict__) - {'__static_attributes__', '__firstlineno__'}))
a = B(3)
length = a.__len__
print(length(), A.__len__(a), a.__add__(2), a.zz, list(a), hasattr(a, '__zz__'))
print([name for name in dir(B) if not name.startswith('__')])
