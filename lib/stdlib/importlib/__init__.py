"""importlib: a compiled program has the modules that it names, and no others. A call with a constant name is an import like others."""
import sys


def import_module(name, package=None):
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for %r" % name)
        level = len(name) - len(name.lstrip('.'))
        parts = package.split('.')
        if level > len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        name = '.'.join([*parts[:len(parts) - level + 1], *filter(None, [name[level:]])])
    try:
        return sys.modules[name]
    except KeyError:
        raise ModuleNotFoundError("No module named %r" % name, name=name) from None


def invalidate_caches():
    pass


def reload(module):
    raise NotImplementedError('importlib.reload: modules of a compiled program run once')
