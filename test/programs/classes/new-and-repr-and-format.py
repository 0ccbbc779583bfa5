class Singleton:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance


class Temp:
    def __init__(self, degrees):
        self.degrees = degrees

    def __str__(self):
        return f"{self.degrees} degrees"

    def __repr__(self):
        return f"Temp({self.degrees!r})"

    def __format__(self, spec):
        return f"<{spec}>{self.degrees}" if spec else str(self)

    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __index__(self):
        return 2

    def __hash__(self):
        return 42

    def __eq__(self, other):
        return True


t = Temp(20)
print(Singleton() is Singleton(), t, [t], f"{t} {t!r} {t:abc}", "%s %r" % (t, t), "{:>3}".format(t))
print(int(t), float(t), [10, 20, 30][t], hash(t), t == 5, t != 5, hex(t), "abc"[t], range(5)[t])


class Plain:
    pass


print(repr(Plain()).startswith("<__main__.Plain object at 0x"), Plain, str(Plain), Plain() == Plain())
