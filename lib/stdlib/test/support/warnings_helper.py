"""Warnings in tests."""
import re
import warnings
from contextlib import contextmanager
from functools import wraps


def check_syntax_warning(testcase, statement, errtext='', *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    testcase.assertEqual(len(caught), 1, caught)
    if errtext:
        testcase.assertRegex(str(caught[0].message), errtext)


def ignore_warnings(*, category):
    def decorator(test):
        @wraps(test)
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category=category)
                return test(self, *args, **kwargs)

        return wrapper

    return decorator


class WarningsRecorder:
    """What has been recorded; attributes are those of the last warning."""

    def __init__(self, warnings_list):
        self._warnings = warnings_list
        self._last = 0

    def __getattr__(self, attr):
        if len(self._warnings) > self._last:
            return getattr(self._warnings[-1], attr)
        raise AttributeError('%r has no attribute %r' % (self, attr))

    @property
    def warnings(self):
        return self._warnings[self._last:]

    def reset(self):
        self._last = len(self._warnings)


@contextmanager
def check_warnings(*filters, quiet=None):
    if not filters:
        filters = (('', Warning),)
        quiet = True if quiet is None else quiet
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        yield WarningsRecorder(caught)
    rest = list(caught)
    missing = []
    for message, category in filters:
        matching = [each for each in rest if re.match(message, str(each.message), re.I) and issubclass(each.category, category)]
        rest = [each for each in rest if each not in matching]
        if not matching and not quiet:
            missing.append((message, category.__name__))
    if rest:
        raise AssertionError('unhandled warning %s' % rest[0])
    if missing:
        raise AssertionError('filter (%r, %s) did not catch any warning' % missing[0])


@contextmanager
def check_no_warnings(testcase, message='', category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings('always', message=message, category=category)
        yield
    testcase.assertEqual(caught, [])


@contextmanager
def check_no_resource_warning(testcase):
    with check_no_warnings(testcase, category=ResourceWarning, force_gc=True):
        yield


@contextmanager
def save_restore_warnings_filters():
    with warnings.catch_warnings():
        yield
