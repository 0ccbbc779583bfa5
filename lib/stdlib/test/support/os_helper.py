"""Files and the environment in tests."""
import os
import unittest
from contextlib import contextmanager

TESTFN = '@test_%d_tmp' % os.getpid()


def unlink(filename):
    try:
        os.unlink(filename)
    except FileNotFoundError:
        pass


def rmdir(dirname):
    try:
        os.rmdir(dirname)
    except FileNotFoundError:
        pass


@contextmanager
def temp_dir(path=None, quiet=False):
    path = path or '/tmp/' + TESTFN + '_dir'
    os.makedirs(path, exist_ok=True)
    try:
        yield path
    finally:
        for name in os.listdir(path):
            unlink(os.path.join(path, name))
        rmdir(path)


@contextmanager
def change_cwd(path, quiet=False):
    saved = os.getcwd()
    os.chdir(path)
    try:
        yield os.getcwd()
    finally:
        os.chdir(saved)


@contextmanager
def temp_cwd(name='tempcwd', quiet=False):
    with temp_dir() as path, change_cwd(path) as cwd:
        yield cwd


class FakePath:
    """Has __fspath__, and nothing else of a path."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'<FakePath {self.path!r}>'

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


class EnvironmentVarGuard:
    """Puts the environment back."""

    def __init__(self):
        self._environ = os.environ
        self._changed = {}

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        for key, value in self._changed.items():
            if value is None:
                self._environ.pop(key, None)
            else:
                self._environ[key] = value

    def __getitem__(self, key):
        return self._environ[key]

    def __setitem__(self, key, value):
        self._changed.setdefault(key, self._environ.get(key))
        self._environ[key] = value

    def __delitem__(self, key):
        self._changed.setdefault(key, self._environ.get(key))
        self._environ.pop(key, None)

    def set(self, key, value):
        self[key] = value

    def unset(self, key):
        del self[key]


def create_empty_file(filename):
    open(filename, 'wb').close()


def skip_unless_working_chmod(test):
    return test


TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = None


@contextmanager
def temp_umask(umask):
    raise unittest.SkipTest('the mask stays')
    yield


def rmtree(path):
    if os.path.isdir(path) and not os.path.islink(path):
        for name in os.listdir(path):
            rmtree(os.path.join(path, name))
        os.rmdir(path)
    else:
        unlink(path)
