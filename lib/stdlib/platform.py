"""What the program runs on. Members that would need a look at the machine are missing."""
import sys as _sys

_SYSTEMS = {'linux': 'Linux', 'darwin': 'Darwin', 'win32': 'Windows'}


def python_implementation():
    # Programs ask so as to know how the language behaves.
    return 'CPython'


def python_version():
    version = _sys.version_info
    return f'{version[0]}.{version[1]}.{version[2]}'


def python_version_tuple():
    return tuple(python_version().split('.'))


def system():
    return _SYSTEMS.get(_sys.platform, '')
