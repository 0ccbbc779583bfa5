import gc


class Evil(object):
    def __hash__(self):
        return hash('attr')

    def __eq__(self, other):
        try:
            del C.attr
        except AttributeError:
            pass
        return 0


class Descr(object):
    def __get__(self, ob, type=None):
        return 1


class C(object):
    attr = Descr()


c = C()
c.__dict__[Evil()] = 0
print(c.attr)
gc.collect()
print(hasattr(c, 'attr'))


class Descriptor(object):
    counter = 0

    def __get__(self, obj, objtype=None):
        def getter(name):
            self.counter += 1
            raise AttributeError(name)
        return getter


descr = Descriptor()


class A(object):
    __getattribute__ = descr


class B(object):
    __getattr__ = descr


class D(object):
    __getattribute__ = descr
    __getattr__ = descr


for cls in A, B, D:
    try:
        getattr(cls(), 'attr')
    except AttributeError as e:
        print(e, descr.counter)


class EvilGetattribute(object):
    def __getattr__(self, name):
        raise AttributeError(name)

    def __getattribute__(self, name):
        del EvilGetattribute.__getattr__
        for i in range(5):
            gc.collect()
        raise AttributeError(name)


try:
    getattr(EvilGetattribute(), 'attr')
except AttributeError as e:
    print(e)


class C:
    def meth(self, a=''):
        return f'C({a})'


class D(C):
    def meth(self, a=''):
        return f'D({a})' + self.__super.meth(a)


D._D__super = super(D)
print(D().meth(1), super(D), D.__dict__['_D__super'].__thisclass__)


class Proxy:
    def __init__(self, obj):
        self.__obj = obj

    def __getattribute__(self, name):
        if name.startswith('_Proxy__'):
            return object.__getattribute__(self, name)
        return getattr(self.__obj, name)


class E(C):
    def f(self):
        return super(E, self).meth() + '!'


p = Proxy(E())
print(isinstance(p, E), isinstance(p, Proxy), isinstance(p, int), E.__dict__['f'](p))
