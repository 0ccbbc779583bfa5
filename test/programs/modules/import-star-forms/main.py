from math import *
from declared import *
from again import *
import pack
from pack import *

print(floor(2.5), round(pi, 3))
print(shown(2), _private, Thing().name())
try:
    hidden
except NameError as e:
    print(e)
print(reexported(3), "conditional" in globals(), "never" in globals())
print(sub.value, pack.sub.value)


def later():
    return shown(5) + reexported(1)


print(later())


def shown(x):
    return -x


print(later())
