# Modules of older Pythons are missing; _thread is there.
try:
    from _thread import get_ident
except ImportError:
    from _dummy_thread import get_ident
print(get_ident() == get_ident(), type(get_ident()))
def old():
    import cPickle
    return cPickle
try:
    old()
except ModuleNotFoundError as error:
    print(error, error.name)
import StringIO
