print('pkg init', __name__, __package__ )
from .a import *
from . import b
__all__ = ['fa', 'b', 'sub']
value = 1
def __getattr__(n):
    if n == 'lazy': return 'lazy value'
    raise AttributeError(f'module {__name__!r} has no attribute {n!r}')
