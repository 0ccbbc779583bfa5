"""What tests ask for that has no meaning in a compiled program."""
import unittest

REPO_ROOT = '/'


def has_no_debug_ranges():
    return False


def requires_mac_ver(*least):
    return lambda test: test


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *raised):
        pass


def iter_builtin_types():
    return iter(())


def iter_slot_wrappers(cls):
    return iter(())


STDLIB_DIR = '/'


def skip_if_buggy_ucrt_strfptime(test):
    return test


def darwin_malloc_err_warning(name):
    pass


PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
SOCK_MAX_SIZE = 16 * 1024 * 1024 + 1
TEST_HOME_DIR = TEST_SUPPORT_DIR = TEST_DATA_DIR = '/'
junit_xml_list = None
environment_altered = False


def _unmet(*args, **options):
    return unittest.skip('nothing of that kind in a compiled program')


requires_gzip = requires_bz2 = requires_lzma = requires_linux_version = requires_freebsd_version = requires_venv_with_pip = _unmet


def run_in_subinterp_with_config(code, **config):
    raise unittest.SkipTest('one interpreter only')


def run_with_tz(tz):
    return unittest.skip('the time zone stays')


def args_from_interpreter_flags():
    return []


def python_is_optimized():
    return True


def with_pymalloc():
    return False


with_mimalloc = with_pymalloc


def get_pagesize():
    return 4096


def skip_if_broken_multiprocessing_synchronize():
    raise unittest.SkipTest('one process only')


def late_deletion(obj):
    pass


def reap_children():
    pass


def set_memlimit(limit):
    pass


def ignore_deprecations_from(module, *, like):
    return object()


def clear_ignored_deprecations(*tokens):
    pass
