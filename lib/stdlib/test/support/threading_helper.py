"""Tests with threads have none here."""
import unittest


def requires_working_threading(*, module=False):
    if module:
        raise unittest.SkipTest('requires threading support')
    return unittest.skip('requires threading support')


def reap_threads(func):
    return func


def threading_setup():
    return ()


def threading_cleanup(*original_values):
    pass
