"""Runs coroutines on a loop of their own."""
from asyncio.tasks import _current, iscoroutine, new_event_loop


class Runner:
    """Several coroutines, one after another, on one loop."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._loop_factory = loop_factory
        self._loop = None
        self._closed = False

    def __enter__(self):
        self._begin()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def _begin(self):
        if self._closed:
            raise RuntimeError('Runner is closed')
        if self._loop is None:
            self._loop = new_event_loop() if self._loop_factory is None else self._loop_factory()

    def close(self):
        if self._loop is not None and not self._closed:
            self._loop._cancel_all()
            self._loop.close()
            self._loop = None
        self._closed = True

    def get_loop(self):
        self._begin()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        if _current:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        self._begin()
        return self._loop.run_until_complete(coro)
