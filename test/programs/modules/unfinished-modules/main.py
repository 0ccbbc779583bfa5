# Names of modules that aren't there (yet): what the error says; and __package__.
import sys
import pkg
print(pkg.fa(), pkg.b.fb(), pkg.lazy, pkg.value)
try: pkg.nope
except AttributeError as e: print(e)
try: from pkg import nope2
except ImportError as e: print(str(e).split('(')[0])
from pkg import lazy
print(lazy)
import pkg.sub.c, pkg.a as pa
print(pkg.sub.c.deep(), pa.__name__, pkg.sub.__name__)
import cyc1
print(cyc1.f(), cyc1.cyc2.g())
pkg.value = 10
print(pkg.b.fb()[0])
try: import pkg.nonexist
except ImportError as e: print(type(e).__name__, e)
try: import pkg.a.x
except ImportError as e: print(type(e).__name__, e)
print(sorted(k for k in sys.modules if k.startswith(('pkg', 'cyc'))), __name__, pkg.__name__, pkg.__doc__, type(pkg))
def loc():
    from pkg import b as bb, a
    return bb.__name__, sorted(locals())
print(loc())
g = globals()
g['dyn'] = 5
print(dyn, 'pkg' in g, g['__name__'])
class C:
    import math as m
    from os.path import join
    print(sorted(k for k in locals() if not k.startswith('__')))
print(C.m.pi, C.join('a', 'b'))
exec('z = 1 + 2\nprint(z)')
print(eval('z * 2'))
ns = {}
exec('def q(x): return x * k\nk = 3', ns); print(ns['q'](4), sorted(k for k in ns if k != '__builtins__'))
import importlib
print(importlib.import_module('pkg.a') is pa)
if __name__ == '__main__': print('main!')
from pkg import *
print(fa(), b.__name__, sub.__name__)
