"""IsolatedAsyncioTestCase: each test in an event loop of its own."""
import asyncio
from unittest.case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    _loop = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        self.addCleanup(function, *args, **kwargs)

    def _await(self, coroutine):
        return self._loop.run_until_complete(coroutine)

    def _callSetUp(self):
        self.setUp()
        self._await(self.asyncSetUp())

    def _callTestMethod(self, method):
        result = method()
        if hasattr(result, '__await__'):
            self._await(result)

    def _callTearDown(self):
        self._await(self.asyncTearDown())
        self.tearDown()

    def _callCleanup(self, function, args, kwargs):
        result = function(*args, **kwargs)
        if hasattr(result, '__await__'):
            self._await(result)

    def run(self, result=None):
        self._loop = asyncio.new_event_loop()
        try:
            return super().run(result)
        finally:
            self._loop.close()
            self._loop = None
