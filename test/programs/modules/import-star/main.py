from names import *

print(a, b)
try:
    _hidden
except NameError as error:
    print(error)
