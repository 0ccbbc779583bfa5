"""The helpers that CPython's test files share, as far as they make sense for compiled programs."""
import gc
import io
import os
import sys
import time
import unittest
from contextlib import contextmanager
from functools import wraps
from test.support.absent import (PIPE_MAX_SIZE, REPO_ROOT, SOCK_MAX_SIZE, STDLIB_DIR, SuppressCrashReport, TEST_DATA_DIR, TEST_HOME_DIR,
    TEST_SUPPORT_DIR, args_from_interpreter_flags, clear_ignored_deprecations, darwin_malloc_err_warning, environment_altered, get_pagesize,
    has_no_debug_ranges, ignore_deprecations_from, iter_builtin_types, iter_slot_wrappers, junit_xml_list, late_deletion, python_is_optimized,
    reap_children, requires_bz2, requires_freebsd_version, requires_gzip, requires_linux_version, requires_lzma, requires_mac_ver,
    requires_venv_with_pip, run_in_subinterp_with_config, run_with_tz, set_memlimit, skip_if_broken_multiprocessing_synchronize,
    skip_if_buggy_ucrt_strfptime, with_mimalloc, with_pymalloc)

LOOPBACK_TIMEOUT = 10.0
INTERNET_TIMEOUT = 60.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0

verbose = 0
use_resources = None
max_memuse = 0
real_max_memuse = 0
failfast = False
PGO = False
PGO_EXTENDED = False

MS_WINDOWS = False
is_jython = False
is_android = False
is_emscripten = False
is_wasi = False
is_apple_mobile = False
is_apple = False
has_fork_support = False
has_subprocess_support = False
has_socket_support = False
has_strftime_extensions = False
Py_DEBUG = False
Py_TRACE_REFS = False
Py_GIL_DISABLED = False
TEST_MODULES_ENABLED = False
MISSING_C_DOCSTRINGS = False
HAVE_DOCSTRINGS = False
NHASHBITS = sys.hash_info.width
MAX_Py_ssize_t = sys.maxsize
_1G = 1 << 30
_1M = 1 << 20
_2G = 2 << 30
_4G = 4 << 30


class Error(Exception):
    """Base of what this module raises."""


class TestFailed(Error):
    """Test failed."""

    def __init__(self, msg, *args, stats=None):
        self.msg = msg
        self.stats = stats
        super().__init__(msg, *args)

    def __str__(self):
        return self.msg


class TestDidNotRun(Error):
    """Test did not run any subtests."""


class ResourceDenied(unittest.SkipTest):
    """A resource that the test asks for is not enabled."""


def _id(obj):
    return obj


# ---- what is skipped ----

def _guards(guards):
    if not guards:
        return {'cpython': True}, False
    values = list(guards.values())
    return guards, not values[0]


def check_impl_detail(**guards):
    known, default = _guards(guards)
    return known.get(sys.implementation.name, default)


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return _id
    if msg is None:
        known, default = _guards(guards)
        names = ' or '.join(sorted(known))
        msg = ('implementation detail not available on %s' if default else 'implementation detail specific to %s') % names
    return unittest.skip(msg)


def cpython_only(test):
    return impl_detail(cpython=True)(test)


def refcount_test(test):
    return cpython_only(test)


def no_tracing(func):
    return func


def requires_limited_api(test):
    return unittest.skip('needs _testcapi and _testlimitedcapi modules')(test)


def requires_specialization(test):
    return unittest.skip('requires specialization')(test)


requires_docstrings = unittest.skip('test requires docstrings')
requires_IEEE_754 = _id
skip_on_s390x = _id


def requires_gil_enabled(msg='needs the GIL enabled'):
    return _id


def expected_failure_if_gil_disabled():
    return _id


def is_resource_enabled(resource):
    return use_resources is None or resource in use_resources


def requires(resource, msg=None):
    if not is_resource_enabled(resource):
        raise ResourceDenied('Use of the %r resource not enabled' % resource if msg is None else msg)


def requires_resource(resource):
    return _id if is_resource_enabled(resource) else unittest.skip('resource %r is not enabled' % resource)


def requires_subprocess():
    return unittest.skip('requires subprocess support')


def requires_fork():
    return unittest.skip('requires working os.fork()')


def requires_zlib(reason='requires zlib'):
    return unittest.skip(reason)


def requires_debug_ranges(reason='requires co_positions / debug_ranges'):
    return unittest.skip(reason)


def skip_if_sanitizer(reason=None, *, address=False, memory=False, ub=False, thread=False):
    return _id


def check_sanitizer(*, address=False, memory=False, ub=False, thread=False):
    return False


def skip_if_buildbot(reason=None):
    return _id


def skip_if_pgo_task(test):
    return test


def anticipate_failure(condition):
    return unittest.expectedFailure if condition else _id


def without_optimizer(func):
    return func


def force_not_colorized(func):
    return func


@contextmanager
def suppress_immortalization(suppress=True):
    yield


def skip_if_suppress_immortalization():
    return _id


# ---- memory ----

def bigmemtest(size, memuse, dry_run=True):
    """Runs the test with a small size."""

    def decorator(test):
        @wraps(test)
        def wrapper(self):
            if not dry_run:
                raise unittest.SkipTest('not enough memory')
            return test(self, 5147)

        return wrapper

    return decorator


def bigaddrspacetest(test):
    @wraps(test)
    def wrapper(self):
        if sys.maxsize > 2**32:
            raise unittest.SkipTest('not enough memory')
        return test(self)

    return wrapper


def gc_collect():
    gc.collect()
    gc.collect()
    gc.collect()


@contextmanager
def disable_gc():
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def gc_threshold(*args):
    yield


def check_free_after_iterating(test, iter, cls, args=()):
    done = False

    def wrapper():
        class Owner(cls):
            def __del__(self):
                nonlocal done
                done = True
                try:
                    next(it)
                except StopIteration:
                    pass

        it = iter(Owner(*args))
        test.assertRaises(StopIteration, next, it)

    wrapper()
    gc_collect()
    test.assertTrue(done)


def check_sizeof(test, o, size):
    raise unittest.SkipTest('sizes are those of CPython')


def calcobjsize(fmt):
    raise unittest.SkipTest('sizes are those of CPython')


def calcvobjsize(fmt):
    raise unittest.SkipTest('sizes are those of CPython')


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    pattern = "cannot create '%s' instances" % (tp.__name__ if tp.__module__ == 'builtins' else tp.__module__ + '.' + tp.__name__)
    testcase.assertRaisesRegex(TypeError, pattern, tp, *args, **kwds)


# ---- streams ----

@contextmanager
def captured_output(stream_name):
    original = getattr(sys, stream_name)
    replacement = io.StringIO()
    setattr(sys, stream_name, replacement)
    try:
        yield replacement
    finally:
        setattr(sys, stream_name, original)


def captured_stdout():
    return captured_output('stdout')


def captured_stderr():
    return captured_output('stderr')


def captured_stdin():
    return captured_output('stdin')


def flush_std_streams():
    sys.stdout.flush()
    sys.stderr.flush()


def get_original_stdout():
    return sys.stdout


def record_original_stdout(stdout):
    pass


def print_warning(msg):
    print('Warning -- ' + msg, file=sys.stderr)


# ---- objects ----

@contextmanager
def swap_attr(obj, attr, new_val):
    if hasattr(obj, attr):
        old = getattr(obj, attr)
        setattr(obj, attr, new_val)
        try:
            yield old
        finally:
            setattr(obj, attr, old)
        return
    setattr(obj, attr, new_val)
    try:
        yield
    finally:
        if hasattr(obj, attr):
            delattr(obj, attr)


@contextmanager
def swap_item(obj, item, new_val):
    if item in obj:
        old = obj[item]
        obj[item] = new_val
        try:
            yield old
        finally:
            obj[item] = old
        return
    obj[item] = new_val
    try:
        yield
    finally:
        if item in obj:
            del obj[item]


def patch(test_instance, object_to_patch, attr_name, new_value):
    old = getattr(object_to_patch, attr_name)
    test_instance.addCleanup(setattr, object_to_patch, attr_name, old)
    setattr(object_to_patch, attr_name, new_value)


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest('object %r has no attribute %r' % (obj, name)) from None


def sortdict(dict):
    return '{%s}' % ', '.join(['%r: %r' % item for item in sorted(dict.items())])


def detect_api_mismatch(ref_api, other_api, *, ignore=()):
    missing = set(dir(ref_api)) - set(dir(other_api)) - set(ignore)
    return {name for name in missing if not name.startswith('_') or name.endswith('__')}


class _ALWAYS_EQ:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NEVER_EQ:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _LARGEST:
    def __eq__(self, other):
        return isinstance(other, _LARGEST)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return self == other

    def __gt__(self, other):
        return not self == other

    def __ge__(self, other):
        return True


class _SMALLEST:
    def __eq__(self, other):
        return isinstance(other, _SMALLEST)

    def __lt__(self, other):
        return not self == other

    def __le__(self, other):
        return True

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return self == other


ALWAYS_EQ = _ALWAYS_EQ()
NEVER_EQ = _NEVER_EQ()
LARGEST = _LARGEST()
SMALLEST = _SMALLEST()


class BrokenIter:
    """An iterator that fails where it is told to."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


class catch_unraisable_exception:
    """What could be raised nowhere, as `unraisable`."""

    def __init__(self):
        self.unraisable = None
        self._before = None

    def _take(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self._before = sys.unraisablehook
        sys.unraisablehook = self._take
        return self

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._before
        del self.unraisable


# ---- limits ----

def get_c_recursion_limit():
    raise unittest.SkipTest('requires _testcapi')


def exceeds_recursion_limit():
    return get_c_recursion_limit() * 3


def get_recursion_depth():
    return 1


def get_recursion_available():
    return sys.getrecursionlimit() - get_recursion_depth()


@contextmanager
def set_recursion_limit(limit):
    original = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(limit)
        yield
    finally:
        sys.setrecursionlimit(original)


def infinite_recursion(max_depth=None):
    if max_depth is None:
        max_depth = 20_000
    elif max_depth < 3:
        raise ValueError('max_depth must be at least 3, got %d' % max_depth)
    return set_recursion_limit(max_depth)


@contextmanager
def adjust_int_max_str_digits(max_digits):
    current = sys.get_int_max_str_digits()
    try:
        sys.set_int_max_str_digits(max_digits)
        yield
    finally:
        sys.set_int_max_str_digits(current)


class CPUStopwatch:
    """The time that a block takes."""

    def __enter__(self):
        self.get_time = time.process_time
        self.clock_info = _ClockInfo()
        self.start_time = self.get_time()
        return self

    def __exit__(self, *exc):
        self.seconds = self.get_time() - self.start_time


class _ClockInfo:
    resolution = 1e-09


def collision_stats(nbins, nballs):
    """Mean and deviation of the number of collisions of balls that are thrown into bins at random."""
    n, k = nbins, nballs
    if n.bit_length() > 40:
        mean = k * (k - 1) / (2 * n)
        return mean, mean**0.5
    empty = n * (1 - 1 / n)**k
    collisions = k - (n - empty)
    variance = n * (n - 1) * (1 - 2 / n)**k + empty * (1 - empty)
    return collisions, max(variance, 0.0)**0.5


# ---- code as text ----

def check_syntax_error(testcase, statement, errtext='', *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as context:
        compile(statement, '<test string>', 'exec')
    error = context.exception
    testcase.assertIsNotNone(error.lineno)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    testcase.assertIsNotNone(error.offset)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


def run_code(code):
    raise unittest.SkipTest('code that is made while the program runs')


def run_in_subinterp(code):
    raise unittest.SkipTest('requires subinterpreters')


def run_with_locale(catstr, *locales):
    def decorator(test):
        return unittest.skip('requires locales')(test)

    return decorator


def maybe_get_event_loop_policy():
    return None


def requires_working_socket(*, module=False):
    return unittest.skip('requires working socket')


def load_package_tests(pkg_dir, loader, standard_tests, pattern):
    return standard_tests


def findfile(filename, subdir=None):
    return filename if subdir is None else os.path.join(subdir, filename)
