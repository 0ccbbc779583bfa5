import abc
import bisect
import re
from collections import defaultdict

print(re.findall(rb'\w+', bytearray(b'Hello, world')), re.sub(rb'o', b'0', bytearray(b'foo')), re.split(rb',', memoryview(b'a,b')))
m = re.match(rb'(\w)', bytearray(b'xy'))
print(m.group(1), m.string, [found.span() for found in re.finditer(b'y', memoryview(b'xyy'))])
try:
    re.match('a', bytearray(b'a'))
except TypeError as error:
    print(error)
d = {'a': 1}
print(d.keys().mapping, d.items().mapping['a'], type(d.values().mapping).__name__)
for args in (1, b'x', bytearray(b'x'), (1,)):
    try:
        print(b'abc' % args)
    except TypeError as error:
        print(error)
print(b'%(k)d' % {b'k': 1})
b = bytearray(range(10))
b[1:-1:2] = b''
print(b)


class Counting(defaultdict):
    def __init__(self):
        super().__init__()
        self.default_factory = self.next

    def next(self):
        return len(self)


c = Counting()
print(c['a'], c['b'], c['a'], dict(c))
c.default_factory = None
try:
    c['z']
except KeyError as error:
    print('KeyError', error)
for mark in abc.abstractclassmethod, abc.abstractstaticmethod, abc.abstractproperty:
    class Base(metaclass=abc.ABCMeta):
        @mark
        def f(self): pass

    class Derived(Base):
        pass

    print(set(Derived.__abstractmethods__))
