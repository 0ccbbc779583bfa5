names = globals()


def define(name, value):
    names[name] = value


for word in ["one", "two"]:
    define(word, word.upper())
print(one, two)


def one_more():
    return names["two"] + three


three = "3"
print(one_more())
names.update(three="4", len=lambda x: "own len")
print(one_more(), len([]))
del names["len"]
print(len([]))
names["one_more"] = lambda: "replaced"
print(one_more())


class Thing:
    kind = one

    def get(self):
        return [three for _ in range(2)]


print(Thing.kind, Thing().get(), vars() is names, names["__name__"])
try:
    unknown
except NameError as e:
    print(e)
del names["three"]
try:
    Thing().get()
except NameError as e:
    print(e)
