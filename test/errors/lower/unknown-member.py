import sys
import sys
from sys import settrace  # unsupported: E907 'sys.settrace' is not supported yet
from typing import Iterable

print(sys.setprofile)  # unsupported: E907 'sys.setprofile' is not supported yet
print(isinstance([], Iterable))  # unsupported: E907 'Iterable' outside annotations is not supported yet
print(sys.nonsuch)  # which CPython lacks, too
print((lambda: 0).__code__.co_code)  # unsupported: E907 'co_code' of code objects is not supported yet
