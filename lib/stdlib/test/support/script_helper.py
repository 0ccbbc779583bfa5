"""Tests that start an interpreter have none here."""
import unittest


def assert_python_ok(*args, **env_vars):
    raise unittest.SkipTest('requires an interpreter')


def assert_python_failure(*args, **env_vars):
    raise unittest.SkipTest('requires an interpreter')


def spawn_python(*args, **kw):
    raise unittest.SkipTest('requires an interpreter')


def run_python_until_end(*args, **env_vars):
    raise unittest.SkipTest('requires an interpreter')


def make_script(script_dir, script_basename, source, omit_suffix=False):
    raise unittest.SkipTest('requires an interpreter')
