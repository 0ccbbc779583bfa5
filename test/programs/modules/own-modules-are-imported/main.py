# A package, relative imports, aliases; each module's body runs once, in order.
print("main starts")
import helper
import pack.deep as deep
from helper import CONSTANT, double as twice
from pack import shared
from pack.deep import exported

print(helper.double(4), twice(5), CONSTANT, deep.value(), shared, exported())
helper.CONSTANT = 7
print(helper.read(), CONSTANT, helper.__name__, deep.__name__)
try:
    helper.missing
except AttributeError as error:
    print(error)
try:
    from helper import nothing
except ImportError as error:
    print(type(error).__name__)
