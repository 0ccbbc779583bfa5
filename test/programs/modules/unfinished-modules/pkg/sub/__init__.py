print('sub')
from .. import a
from ..a import _x
