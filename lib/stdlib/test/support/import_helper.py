"""Importing for tests. A compiled program has the modules that it names, and no others."""
import sys
import unittest
from contextlib import contextmanager


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return sys.modules[name]
    except KeyError:
        raise unittest.SkipTest("No module named '%s'" % name) from None


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    return None if fresh else sys.modules.get(name)


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
