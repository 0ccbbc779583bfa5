"""TestSuite: tests in order, with what is set up for classes and modules."""
import sys
from unittest.case import SkipTest, _add_skip, doModuleCleanups
from unittest.util import strclass


class BaseTestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return '<%s tests=%s>' % (strclass(self.__class__), list(self))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum([test.countTestCases() for test in self if test])

    def addTest(self, test):
        if not callable(test):
            raise TypeError('%s is not callable' % repr(test))
        if isinstance(test, type) and (hasattr(test, 'countTestCases') or issubclass(test, BaseTestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        top_level = False
        if getattr(result, '_testRunEntered', False) is False:
            result._testRunEntered = top_level = True
        for index, test in enumerate(self._tests):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
        if top_level:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    # ---- classes ----

    def _handleClassSetUp(self, test, result):
        current = test.__class__
        if current is getattr(result, '_previousTestClass', None) or getattr(result, '_moduleSetUpFailed', False):
            return
        if getattr(current, '__unittest_skip__', False):
            return
        current._classSetupFailed = False
        set_up = getattr(current, 'setUpClass', None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as error:
            current._classSetupFailed = True
            _add_fixture_error(result, error, 'setUpClass (%s)' % strclass(current))
            current.doClassCleanups()
            self._reportClassCleanups(current, result, 'setUpClass')

    def _tearDownPreviousClass(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        current = test.__class__
        if current is previous or previous is None:
            return
        if getattr(previous, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
            return
        if getattr(previous, '__unittest_skip__', False):
            return
        tear_down = getattr(previous, 'tearDownClass', None)
        do_cleanups = getattr(previous, 'doClassCleanups', None)
        if tear_down is not None:
            try:
                tear_down()
            except Exception as error:
                _add_fixture_error(result, error, 'tearDownClass (%s)' % strclass(previous))
        if do_cleanups is not None:
            do_cleanups()
            self._reportClassCleanups(previous, result, 'tearDownClass')

    def _reportClassCleanups(self, cls, result, method):
        for _, error, _ in cls.tearDown_exceptions:
            _add_fixture_error(result, error, '%s (%s)' % (method, strclass(cls)))

    # ---- modules ----

    def _handleModuleFixture(self, test, result):
        previous = _module_of(getattr(result, '_previousTestClass', None))
        current = test.__class__.__module__
        if current == previous:
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(current)
        set_up = getattr(module, 'setUpModule', None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as error:
            result._moduleSetUpFailed = True
            _add_fixture_error(result, error, 'setUpModule (%s)' % current)
            _clean_module(result, 'setUpModule (%s)' % current)

    def _handleModuleTearDown(self, result):
        name = _module_of(getattr(result, '_previousTestClass', None))
        if name is None or getattr(result, '_moduleSetUpFailed', False):
            return
        module = sys.modules.get(name)
        if module is None:
            return
        tear_down = getattr(module, 'tearDownModule', None)
        if tear_down is not None:
            try:
                tear_down()
            except Exception as error:
                _add_fixture_error(result, error, 'tearDownModule (%s)' % name)
        _clean_module(result, 'tearDownModule (%s)' % name)


def _clean_module(result, description):
    try:
        doModuleCleanups()
    except Exception as error:
        _add_fixture_error(result, error, description)


def _module_of(cls):
    return getattr(cls, '__module__', None)


def _add_fixture_error(result, error, description):
    if isinstance(result, _DebugResult):
        raise error
    holder = _ErrorHolder(description)
    if isinstance(error, SkipTest):
        _add_skip(result, holder, str(error))
    else:
        result.addError(holder, (type(error), error, error.__traceback__))


class _ErrorHolder:
    """Stands in results for a test where a class or a module could not be set up."""

    failureException = None

    def __init__(self, description):
        self.description = description
        self.failureException = AssertionError

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return '<ErrorHolder description=%r>' % (self.description,)

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    """For runs in which nothing is caught."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
