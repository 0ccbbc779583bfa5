"""What `with self.assertRaises(...)` and its kin return."""
import re
import sys
import warnings


class AssertionContext:
    """`expected` must be of `base`, which `base_text` names."""

    base = BaseException
    base_text = 'an exception type or tuple of exception types'

    def __init__(self, test_case, expected, expected_regex=None):
        self.test_case = test_case
        self.expected = expected
        if expected_regex is not None and not hasattr(expected_regex, 'search'):
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def _raise_failure(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def _check_expected(self, name):
        candidates = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        for each in candidates:
            if not (isinstance(each, type) and issubclass(each, self.base)):
                raise TypeError('%s() arg 1 must be %s' % (name, self.base_text))

    def handle(self, name, args, kwargs):
        """Without a function to call, the context itself; else calls it inside the context."""
        self._check_expected(name)
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError('%r is an invalid keyword argument for this function' % next(iter(kwargs)))
            return self
        function, *rest = args
        try:
            self.obj_name = function.__name__
        except AttributeError:
            self.obj_name = str(function)
        with self:
            function(*rest, **kwargs)

    def _name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def _check_regex(self, text):
        if self.expected_regex is not None and not self.expected_regex.search(text):
            self._raise_failure('"%s" does not match "%s"' % (self.expected_regex.pattern, text))


class AssertRaisesContext(AssertionContext):
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            by = '' if self.obj_name is None else ' by %s' % self.obj_name
            self._raise_failure('%s not raised%s' % (self._name(), by))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        self._check_regex(str(value))
        return True


class AssertWarnsContext(AssertionContext):
    base = Warning
    base_text = 'a warning type or tuple of warning types'

    def __enter__(self):
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected if not isinstance(self.expected, tuple) else Warning)
        return self

    def __exit__(self, kind, value, tb):
        self.warnings_manager.__exit__(kind, value, tb)
        if kind is not None:
            return
        first_matching = None
        for each in self.warnings:
            warning = each.message
            if not isinstance(warning, self.expected):
                continue
            if first_matching is None:
                first_matching = warning
            if self.expected_regex is not None and not self.expected_regex.search(str(warning)):
                continue
            self.warning = warning
            self.filename = each.filename
            self.lineno = each.lineno
            return
        if first_matching is not None:
            self._check_regex(str(first_matching))
        by = '' if self.obj_name is None else ' by %s' % self.obj_name
        self._raise_failure('%s not triggered%s' % (self._name(), by))


class AssertNotWarnsContext(AssertWarnsContext):
    def __exit__(self, kind, value, tb):
        self.warnings_manager.__exit__(kind, value, tb)
        if kind is not None:
            return
        for each in self.warnings:
            if isinstance(each.message, self.expected):
                by = '' if self.obj_name is None else ' by %s' % self.obj_name
                self._raise_failure('%s triggered%s' % (self._name(), by))


