"""unittest: test cases, their suites, and what finds and runs them."""
from unittest.case import TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure
from unittest.case import addModuleCleanup, doModuleCleanups, enterModuleContext
from unittest.async_case import IsolatedAsyncioTestCase
from unittest.loader import TestLoader, defaultTestLoader
from unittest.main import TestProgram, main
from unittest.result import TestResult
from unittest.runner import TextTestResult, TextTestRunner
from unittest.suite import BaseTestSuite, TestSuite

__all__ = ['TestResult', 'TestCase', 'IsolatedAsyncioTestCase', 'TestSuite', 'TextTestRunner', 'TestLoader', 'FunctionTestCase', 'main',
           'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless', 'expectedFailure', 'TextTestResult', 'addModuleCleanup',
           'doModuleCleanups', 'enterModuleContext']
