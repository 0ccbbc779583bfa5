"""Importing for tests. A compiled program has the modules that it names, and no others."""
import sys
import unittest
from contextlib import contextmanager
from test.support.os_helper import unlink


class _Absent:
    """Stands for a module in C that tests CPython's own API: a test that uses it is skipped."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, attr):
        raise unittest.SkipTest("No module named '%s'" % self._name)


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return sys.modules[name]
    except KeyError:
        if name.startswith('_test'):
            return _Absent(name)
        raise unittest.SkipTest("No module named '%s'" % name) from None


class _OtherVersion:
    """A module's other implementation: false, and its names are those of empty classes."""

    def __bool__(self):
        return False

    def __getattr__(self, name):
        return type(name, (), {})


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    return _OtherVersion() if fresh else sys.modules.get(name)


def unload(name):
    sys.modules.pop(name, None)


def forget(modname):
    unload(modname)


@contextmanager
def ready_to_import(name=None, source=''):
    raise unittest.SkipTest('modules that are made while the program runs')
    yield


@contextmanager
def isolated_modules():
    yield


def make_legacy_pyc(source):
    raise unittest.SkipTest('no byte code')


class DirsOnSysPath:
    """Modules are found when the program is built."""

    def __init__(self, *paths):
        raise unittest.SkipTest('modules that are found while the program runs')


class CleanImport(DirsOnSysPath):
    pass
