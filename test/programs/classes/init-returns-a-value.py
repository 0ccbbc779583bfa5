class Init:
    def __init__(self, x):
        self.x = x
        return x


try:
    print(Init(3).x)
except TypeError as e:
    print(e)
print(Init(None).x)
