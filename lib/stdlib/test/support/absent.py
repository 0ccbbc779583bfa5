"""What tests ask for that has no meaning in a compiled program."""
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
