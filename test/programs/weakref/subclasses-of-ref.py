import weakref


class Thing:
    def __init__(self, name):
        self.name = name


class Counted(weakref.ref):
    def __init__(self, ob, callback=None, /, **annotations):
        super().__init__(ob, callback)
        self.__counter = 0
        for k, v in annotations.items():
            setattr(self, k, v)

    def __call__(self):
        ob = super().__call__()
        if ob is not None:
            self.__counter += 1
            ob = (ob, self.__counter)
        return ob


class KeyedRef(weakref.ref):
    __slots__ = ('key',)

    def __new__(type, ob, callback, key):
        self = weakref.ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


t = Thing('one')
plain = weakref.ref(t)
r, s = Counted(t, color='red'), Counted(t)
print(r()[1], r()[1], s()[1], r.color, r is s, plain is weakref.ref(t), isinstance(r, weakref.ref), type(r).__name__)
print(r == plain, hash(r) == hash(plain), {plain: 1}[r], len(weakref.getweakrefs(t)), weakref.getweakrefcount(t))


def gone(ref):
    print('gone', type(ref).__name__, ref.key, ref() is None)


k = KeyedRef(t, gone, 'the key')
unheard = KeyedRef(t, gone, 'nobody holds this')
del unheard
print(k().name, k.key, k.__callback__ is gone, KeyedRef.__mro__[1].__name__)
del t
print(r(), k(), plain(), r == plain, r == r)
table = {}


def remember(name):
    thing = Thing(name)
    table[name] = KeyedRef(thing, lambda ref: table.pop(ref.key), name)
    return thing


things = [remember(name) for name in 'abc']
print(sorted(table))
things.pop(1)
print(sorted(table))
things.clear()
print(table)


class Method(weakref.WeakMethod):
    def __init__(self, meth, callback=None):
        super().__init__(meth, callback)
        self.tag = 1


class Talker:
    def say(self):
        return 'hello'


talker = Talker()
m = Method(talker.say)
print(m()(), m.tag)
del talker
print(m())
try:
    Counted(3)
except TypeError as error:
    print(error)
many = [Counted(Thing(str(i))) for i in range(3)]
print([each() for each in many])
