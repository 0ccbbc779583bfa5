log = []


class Config:
    names = [n.upper() for n in ("a", "b")]
    total = 0
    for i in range(4):
        total += i
    if total > 5:
        size = "big"

        def method(self):
            return "conditional"
    else:
        size = "small"
    log.append(total)

    class Inner:
        value = 42

    del i


print(Config.names, Config.total, Config.size, Config().method(), Config.Inner.value, log, hasattr(Config, "i"))
print(Config.__name__, Config.__doc__, Config.Inner.__qualname__, Config.method.__qualname__)


def make(base):
    class Local(base):
        tag = base.__name__

        def get(self):
            return self.tag

    return Local


print(make(Config)().get(), make(dict)(a=1), make(list)([1, 2]).get())


class Registry:
    known = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Registry.known.append(cls.__name__)


class One(Registry):
    pass


class Two(One):
    pass


print(Registry.known)
