class SB(bytes):
    pass


class BA(bytearray):
    pass


class B1(bytes):
    def __new__(cls, value):
        me = bytes.__new__(cls, value)
        me.foo = 'bar'
        return me


import copy
a = BA(b'abc')
a.x = 10
b = copy.copy(a)
print(b, b == a, b.x, type(b).__name__, copy.deepcopy(a).x)
made = B1.fromhex('1a2b')
print(made, type(made).__name__, made.foo, type(BA.fromhex('aa')).__name__)
x = [1]
print(x.__add__ == x.__add__, x.append == x.append, x.append == [1].append, hash(x.append) == hash(x.append), len({x.append, x.append}))


class A:
    def m(self):
        pass


i = A()
print(i.m == i.m, A().m == i.m, A.m == A.m, i.m != i.m)
print(slice(1, 2) == copy.copy(slice(1, 2)), copy.copy(i.m) == i.m)


class Host:
    def meth(self):
        return self


class Guest:
    pass


host, guest = Host(), Guest()
guest.meth = host.meth.__get__(guest, Guest)
print(guest.meth() is host, host.meth.__get__(guest) == host.meth, Host.meth.__get__(guest)() is guest)
print(copy.deepcopy(i.m) == i.m, type(copy.deepcopy(i.m).__self__).__name__)
