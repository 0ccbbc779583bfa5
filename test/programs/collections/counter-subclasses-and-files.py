# What subclasses of Counter override is asked; what is written after reading goes behind what was read ahead; super() without an argument.
import os
from collections import Counter, OrderedDict
class Loud(Counter):
    called = 0
    def __setitem__(self, key, value):
        self.called += 1
        super().__setitem__(key, value)
c = Loud('abracadabra')
print(c.called, dict(c), c.most_common(1)); c.update('aa'); c.subtract('b'); print(c, c.called)
class Plain(Counter): pass
print(Plain('hello') + Plain('h'), Counter('hello'))
name = 'counts.tmp'
with open(name, 'w') as f: f.write('first\nsecond\n\n')
with open(name, 'r+') as f:
    f.readline(); f.write('END')
with open(name) as f: print(repr(f.read()))
with open(name, 'r+') as f:
    f.readline(); f.seek(6); f.write('2'); f.seek(0); print(f.read().split())
with open(name, 'w') as f: f.write('x' * 99 + '\n'); f.write(('y' * 99 + '\n') * 200)
with open(name, 'r+') as f:
    for _ in range(90): f.readline()
    f.write('END')
with open(name) as f: print(f.read().index('END'))
os.remove(name)
class X:
    def f(*a): super()
    def g(x, /, *, k=1): return super().__init__() is None
for call in (X().f, X().g):
    try: print(call())
    except RuntimeError as e: print(e)
for most in (-5, 0, 2, 99, None, 'many'):
    try: print(Counter('hello').most_common(most))
    except TypeError as e: print(e)
import io
raw = io.BytesIO()
text = io.TextIOWrapper(raw)
text.write('abc'); text.flush()
print(raw.getvalue())
