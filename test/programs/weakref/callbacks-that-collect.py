import gc
import weakref


class ObjectWithDel:
    def __del__(self):
        pass


x = ObjectWithDel()
ref1 = weakref.ref(x, lambda ref: gc.collect())
del x
gc.collect()
print(ref1())


class C(object):
    pass


c1 = C()
wr = weakref.ref(c1, lambda ignore: gc.collect())
del c1
print(wr())

c1 = C()
c2 = C()
c2.me = c2
c2.c1 = c1
c2.wr = weakref.ref(c1, lambda ignore: gc.collect())
del c1, c2
print('done')
gc.collect()


class F(frozenset):
    pass


s = F('abc')
print(s.__init__('xyz'), sorted(s))
