"""What the program runs on."""
import sys as _sys
from _files import uname as _uname
from collections import namedtuple as _namedtuple

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


def node():
    return _uname()[1]


def release():
    return _uname()[2]


def version():
    return _uname()[3]


def machine():
    return _uname()[4]


def processor():
    return ''


uname_result = _namedtuple('uname_result', 'system node release version machine')


def uname():
    return uname_result(*_uname())


def python_branch():
    return ''


def python_revision():
    return ''


def python_compiler():
    return ''


def architecture(executable=None, bits='', linkage=''):
    return ('64bit' if _sys.maxsize > 2**32 else '32bit', 'ELF' if _sys.platform == 'linux' else '')


def platform(aliased=False, terse=False):
    return '-'.join([system(), release(), machine()])
