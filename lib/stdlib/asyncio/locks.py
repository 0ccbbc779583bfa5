"""What tasks wait for each other with."""
from asyncio.exceptions import CancelledError
from asyncio.tasks import Future, _set_unless_done, get_running_loop
from collections import deque as _deque


class Lock:
    def __init__(self):
        self._locked = False
        self._waiters = _deque()

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all([waiter.cancelled() for waiter in self._waiters]):
            self._locked = True
            return True
        future = Future(loop=get_running_loop())
        self._waiters.append(future)
        try:
            try:
                await future
            finally:
                self._waiters.remove(future)
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if self._waiters:
            _set_unless_done(self._waiters[0], True)

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Event:
    def __init__(self):
        self._value = False
        self._waiters = []

    def is_set(self):
        return self._value

    def set(self):
        self._value = True
        for future in self._waiters:
            _set_unless_done(future, True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        future = Future(loop=get_running_loop())
        self._waiters.append(future)
        try:
            await future
            return True
        finally:
            self._waiters.remove(future)


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._value = value
        self._waiters = _deque()

    def locked(self):
        return self._value == 0

    async def acquire(self):
        if self._value > 0 and not self._waiters:
            self._value -= 1
            return True
        future = Future(loop=get_running_loop())
        self._waiters.append(future)
        try:
            await future
        finally:
            if future in self._waiters:
                self._waiters.remove(future)
        return True

    def release(self):
        while self._waiters:
            future = self._waiters.popleft()
            if not future.done():
                future.set_result(True)
                return
        self._value += 1

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


BoundedSemaphore = Semaphore


class Condition(Lock):
    def __init__(self, lock=None):
        super().__init__()
        self._sleepers = _deque()

    async def wait(self):
        self.release()
        future = Future(loop=get_running_loop())
        self._sleepers.append(future)
        try:
            await future
        finally:
            if future in self._sleepers:
                self._sleepers.remove(future)
            await self.acquire()
        return True

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        while n > 0 and self._sleepers:
            _set_unless_done(self._sleepers.popleft(), True)
            n -= 1

    def notify_all(self):
        self.notify(len(self._sleepers))
