print('b', __name__)
import pkg
from pkg import a
from . import a as a2
from .sub.c import deep
def fb(): return pkg.value, a is a2, deep()
