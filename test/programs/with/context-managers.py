class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.swallow


with Manager("a") as a:
    print("body", a)
with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (Manager("s", swallow=True)):
    raise ValueError("swallowed")
try:
    with Manager("outer"), Manager("inner"):
        raise KeyError("through")
except KeyError as error:
    print("caught", error)


def leave():
    for i in range(3):
        with Manager(f"loop{i}"):
            if i == 1:
                return "returned"


print(leave())
for i in range(2):
    with Manager("c") as t:
        continue
try:
    with 5:
        pass
except TypeError as error:
    print(error)
