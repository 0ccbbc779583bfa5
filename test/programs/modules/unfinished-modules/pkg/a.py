print('a', __name__)
__all__ = ['fa']
def fa(): return 'fa'
def hidden(): pass
_x = 3
