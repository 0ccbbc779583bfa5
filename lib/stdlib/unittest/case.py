"""TestCase: one test, what runs before and after it, and how it is marked."""
from unittest.assertions import Assertions
from unittest.util import strclass


class SkipTest(Exception):
    """Raised in a test, in setUp, setUpClass or setUpModule: the rest is skipped."""


class _ShouldStop(Exception):
    """A subtest has failed, and the first failure ends the run."""


class _Outcome:
    def __init__(self, result):
        self.result = result
        self.supports_subtests = hasattr(result, 'addSubTest')
        self.expecting_failure = False
        self.success = True
        self.expected_failure = None

    def run(self, test, function, *args, is_subtest=False):
        """Calls what belongs to a test, and tells the result how it went."""
        old_success = self.success
        self.success = True
        try:
            function(*args)
        except KeyboardInterrupt:
            raise
        except SkipTest as reason:
            self.success = False
            _add_skip(self.result, test, str(reason))
        except _ShouldStop:
            self.success = False
        except BaseException as error:
            self.failed(test, error, is_subtest)
        else:
            if is_subtest and self.success:
                self.result.addSubTest(test.test_case, test, None)
        finally:
            self.success = self.success and old_success

    def failed(self, test, error, is_subtest):
        info = (type(error), error, error.__traceback__)
        if self.expecting_failure:
            self.expected_failure = info
        else:
            self.success = False
            if is_subtest:
                self.result.addSubTest(test.test_case, test, info)
            else:
                _add_error(self.result, test, info)


class _SubTestContext:
    """The block of a `with self.subTest(...)`."""

    def __init__(self, case, message, params):
        self.case = case
        self.message = message
        self.params = params

    def __enter__(self):
        outcome = self.case._outcome
        self.is_active = outcome is not None and outcome.supports_subtests
        if not self.is_active:
            return
        self.parent = self.case._subtest
        params = dict(self.params) if self.parent is None else {**self.parent.params, **self.params}
        self.case._subtest = self.subtest = _SubTest(self.case, self.message, params)
        self.old_success = outcome.success
        outcome.success = True

    def __exit__(self, kind, error, tb):
        if not self.is_active:
            return False
        case, outcome = self.case, self.case._outcome
        case._subtest = self.parent
        if kind is None:
            if outcome.success:
                outcome.result.addSubTest(case, self.subtest, None)
        elif issubclass(kind, KeyboardInterrupt):
            return False
        elif issubclass(kind, SkipTest):
            outcome.success = False
            _add_skip(outcome.result, self.subtest, str(error))
        elif issubclass(kind, _ShouldStop):
            outcome.success = False
        else:
            outcome.failed(self.subtest, error, True)
        success = outcome.success
        outcome.success = success and self.old_success
        if not success and getattr(outcome.result, 'failfast', False):
            raise _ShouldStop
        return outcome.expected_failure is None or kind is None


def _add_skip(result, test_case, reason):
    add = getattr(result, 'addSkip', None)
    if add is not None:
        add(test_case, reason)


def _add_error(result, test, info):
    if result is None:
        return
    if issubclass(info[0], test.failureException):
        result.addFailure(test, info)
    else:
        result.addError(test, info)


def _id(obj):
    return obj


def skip(reason):
    """Marks a test, or a class of tests, as one that is not to run."""

    def mark(test_item):
        if not isinstance(test_item, type):
            original = test_item

            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)

            skip_wrapper.__name__ = getattr(original, '__name__', 'skip_wrapper')
            skip_wrapper.__doc__ = getattr(original, '__doc__', None)
            skip_wrapper.__dict__.update(getattr(original, '__dict__', {}))
            test_item = skip_wrapper
        setattr(test_item, '__unittest_skip__', True)
        setattr(test_item, '__unittest_skip_why__', reason)
        return test_item

    if callable(reason) and not isinstance(reason, type) and hasattr(reason, '__code__'):
        test_item = reason
        reason = ''
        return mark(test_item)
    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    setattr(test_item, '__unittest_expecting_failure__', True)
    return test_item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def _enter_context(cm, add_cleanup):
    cls = type(cm)
    try:
        enter = cls.__enter__
        leave = cls.__exit__
    except AttributeError:
        raise TypeError("'%s.%s' object does not support the context manager protocol" % (cls.__module__, cls.__qualname__)) from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


class TestCase(Assertions):
    _testMethodName = 'runTest'
    _testMethodDoc = None
    _outcome = None
    _subtest = None
    _type_equality_funcs = None
    _classSetupFailed = False
    _class_cleanups = []
    tearDown_exceptions = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []
        try:
            self._testMethodDoc = getattr(self, methodName).__doc__
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError('no such test method in %s: %s' % (self.__class__, methodName)) from None
            self._testMethodDoc = 'No test'

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return '%s.%s' % (strclass(self.__class__), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return '%s (%s.%s)' % (self._testMethodName, strclass(self.__class__), self._testMethodName)

    def __repr__(self):
        return '<%s testMethod=%s>' % (strclass(self.__class__), self._testMethodName)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def subTest(self, msg=None, **params):
        return _SubTestContext(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # ---- cleanups ----

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception as error:
                cls.tearDown_exceptions.append((type(error), error, error.__traceback__))

    def doCleanups(self):
        outcome = self._outcome or _Outcome(None)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            outcome.run(self, self._callCleanup, function, args, kwargs)
        return outcome.success

    # ---- running ----

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn('It is deprecated to return a value that is not None from a test case (%r)' % (method,), DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, args, kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            start_run = getattr(result, 'startTestRun', None)
            stop_run = getattr(result, 'stopTestRun', None)
            if start_run is not None:
                start_run()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                reason = getattr(self.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
                _add_skip(result, self, reason)
                return result
            self._runMethod(method, result)
            return result
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def _runMethod(self, method, result):
        expecting = getattr(self, '__unittest_expecting_failure__', False) or getattr(method, '__unittest_expecting_failure__', False)
        outcome = self._outcome = _Outcome(result)
        try:
            outcome.run(self, self._callSetUp)
            if outcome.success:
                outcome.expecting_failure = expecting
                outcome.run(self, self._callTestMethod, method)
                outcome.expecting_failure = False
                outcome.run(self, self._callTearDown)
            self.doCleanups()
            self._finish(outcome, result, expecting)
        finally:
            outcome.expected_failure = None
            self._outcome = None

    def _finish(self, outcome, result, expecting):
        if not outcome.success:
            return
        if not expecting:
            result.addSuccess(self)
        elif outcome.expected_failure is not None:
            result.addExpectedFailure(self, outcome.expected_failure)
        else:
            result.addUnexpectedSuccess(self)

    def debug(self):
        """Runs the test; what it raises is not caught."""
        method = getattr(self, self._testMethodName)
        if getattr(self.__class__, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
            raise SkipTest(getattr(self.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', ''))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, args, kwargs)


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __eq__(self, other):
        return isinstance(other, self.__class__) and self._testFunc == other._testFunc

    def __hash__(self):
        return hash((type(self), self._testFunc))

    def __str__(self):
        return '%s (%s)' % (strclass(self.__class__), self._testFunc.__name__)

    def __repr__(self):
        return '<%s tec=%s>' % (strclass(self.__class__), self._testFunc)

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None


class _SubTest(TestCase):
    """Stands for one block of subTest() in results."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = []
        if self._message is not None:
            parts.append('[%s]' % self._message)
        if self.params:
            parts.append('(%s)' % ', '.join(['%s=%r' % (key, value) for key, value in self.params.items()]))
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return '%s %s' % (self.test_case.id(), self._subDescription())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return '%s %s' % (self.test_case, self._subDescription())
