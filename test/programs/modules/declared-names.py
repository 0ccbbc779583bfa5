# __all__ of standard modules, as a value and in star imports.
import contextlib, enum, random, math
print(contextlib.__all__)
print(sorted(enum.__all__))
print(random.__all__)
import string, functools, collections
print(string.__all__, functools.__all__, collections.__all__)
from statistics import *
from random import *
from contextlib import *
from enum import *
from heapq import *
print(sorted(n for n in globals() if n in ('ABC', 'abstractmethod', 'TWOPI', 'bin', 'BPF', 'mean', 'suppress', 'Enum', 'randint', 'heappush')))
import math, time, operator, bisect
print([f.__module__ for f in (math.sqrt, time.time, operator.add, bisect.insort, len)])
