# Names of modules that other modules set, delete and look up; submodules as attributes; __getattr__ and __import__.
import parts
import settings
import sys
from settings import lazy

settings.depth = 3
settings.level += 1
print(settings.show(), settings.depth, lazy)
del settings.depth
try:
    settings.show()
except NameError as error:
    print(error)
settings.__dict__['depth'] = 4
vars(settings)['level'] = 'new'
print(settings.show(), settings.__dict__['level'], sorted(k for k in vars(parts) if k[0] != '_'))

parts.first()
parts.second()
from parts import second
print(second())
import parts.second
print(parts.second.__name__, parts.first())

for name in ('lazy', 'missing'):
    try:
        print(getattr(settings, name))
    except AttributeError as error:
        print(error)
this = sys.modules[__name__]
this.added = 'seen'
print(added, __import__(__name__) is this, __import__('parts.second').__name__, __import__('parts.second', None, None, ['x']).__name__)
for wrong in (lambda: __import__(''), lambda: __import__(1), lambda: sys.no_such_thing):
    try:
        wrong()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
sys.extra = 1
print(sys.extra, sys.__name__)
try:
    exec
    from math import no_such_name
except ImportError as error:
    print(str(error).split(' (')[0])
