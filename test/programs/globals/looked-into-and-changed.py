x = 1
globals()["made"] = 5
print(made, globals()["x"], "made" in globals(), globals().get("nope"))


def set_global():
    globals()["from_function"] = "yes"


set_global()
print(from_function)
del globals()["from_function"]
try:
    from_function
except NameError as e:
    print(e)


def locals_of(a, b=2, *c, d=4, **e):
    if a:
        f = 1
    else:
        g = 2
    return locals()


print(locals_of(0), locals_of(1, 3, 4, z=5))


def nested(n):
    def inner():
        y = n
        return sorted(locals().items())

    return inner(), [sorted(locals()) for i in range(1)], dir()


print(nested(3))
print(sorted(k for k in globals() if not k.startswith("_")))
