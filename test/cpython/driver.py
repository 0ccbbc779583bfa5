"""Runs the tests of one module and writes a line for each; the arguments name tests to leave out."""
import sys
import unittest
from test import MODULE


class Report(unittest.TestResult):
    status = 'pass'

    def tell(self, *words):
        print('\n@@', *words, flush=True)

    def startTest(self, test):
        super().startTest(test)
        self.status = 'pass'
        self.tell('start', test.id())

    def note(self, status, err, test):
        self.status = status
        sys.stderr.write('@@ %s: %s\n' % (status, self._exc_info_to_string(err, test)))

    def addError(self, test, err):
        super().addError(test, err)
        self.note('error', err, test)
        if not isinstance(test, unittest.TestCase):
            self.tell('error', test.id())

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note('fail', err, test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.note('fail', err, test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if self.status == 'pass':
            self.status = 'skip'

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.status = 'fail'

    def stopTest(self, test):
        super().stopTest(test)
        self.tell(self.status, test.id())


def each_test(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from each_test(test)
        else:
            yield test


tests = list(each_test(unittest.defaultTestLoader.loadTestsFromModule(MODULE)))
print('\n@@ total', len(tests), flush=True)
unittest.TestSuite([test for test in tests if test.id() not in sys.argv[1:]]).run(Report())
print('\n@@ end', flush=True)
