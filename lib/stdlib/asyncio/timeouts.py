"""Blocks with a deadline."""
from asyncio.exceptions import CancelledError, TimeoutError
from asyncio.tasks import current_task, ensure_future, get_running_loop, wait


async def wait_for(fut, timeout):
    if timeout is None:
        return await fut
    if timeout <= 0:
        return await _without_waiting(ensure_future(fut))
    async with Timeout(get_running_loop().time() + timeout):
        return await fut


async def _without_waiting(future):
    """Its result if there is one already; what has not begun never does."""
    if future.done():
        return future.result()
    future.cancel()
    await wait([future])
    try:
        return future.result()
    except CancelledError as error:
        raise TimeoutError from error


class Timeout:
    def __init__(self, when):
        self._when = when
        self._task = None
        self._handle = None
        self._expired = False

    def when(self):
        return self._when

    def expired(self):
        return self._expired

    def reschedule(self, when):
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        self._handle = None if when is None else self._task._loop.call_at(when, self._on_timeout)

    async def __aenter__(self):
        if self._task is not None:
            raise RuntimeError('Timeout has already been entered')
        self._task = current_task()
        if self._task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._cancelling = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and self._task.uncancel() <= self._cancelling and exc_type is not None and issubclass(exc_type, CancelledError):
            raise TimeoutError from exc
        return None

    def _on_timeout(self):
        self._expired = True
        self._task.cancel()


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)
