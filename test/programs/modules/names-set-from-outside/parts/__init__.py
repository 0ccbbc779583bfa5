from parts import inner
from .first import first


def second():
    return 'function'
