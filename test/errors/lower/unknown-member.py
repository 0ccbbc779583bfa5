import math
from math import no_such_function  # unsupported: E907 'math.no_such_function' is not supported yet
from typing import Iterable

print(math.neither)  # unsupported: E907 'math.neither' is not supported yet
print(isinstance([], Iterable))  # unsupported: E907 'Iterable' outside annotations is not supported yet
