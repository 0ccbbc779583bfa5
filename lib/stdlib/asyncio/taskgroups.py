"""Groups of tasks that end together."""
from asyncio.exceptions import CancelledError
from asyncio.tasks import Future, _set_unless_done, current_task, get_running_loop


class TaskGroup:
    def __init__(self):
        self._tasks = []
        self._errors = []
        self._parent = None
        self._aborting = False
        self._cancelled_parent = False
        self._waiter = None

    async def __aenter__(self):
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = get_running_loop().create_task(coro, name=name)
        self._tasks.append(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task):
        self._tasks.remove(task)
        if not self._tasks and self._waiter is not None:
            _set_unless_done(self._waiter, None)
        if task.cancelled() or task._exception is None:
            return
        self._errors.append(task.exception())
        if not self._aborting:
            self._abort()
            if self._waiter is None and not self._parent.done():
                self._cancelled_parent = True
                self._parent.cancel()

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            task.cancel()

    async def __aexit__(self, exc_type, exc, tb):
        if exc_type is not None and not self._aborting:
            self._abort()
        cancelled = exc if exc_type is not None and issubclass(exc_type, CancelledError) else None
        while self._tasks:
            self._waiter = Future(loop=self._parent._loop)
            try:
                await self._waiter
            except CancelledError as error:
                cancelled = error
                if not self._aborting:
                    self._abort()
            self._waiter = None
        if self._cancelled_parent:
            self._parent.uncancel()
        if cancelled is not None and not self._errors:
            raise cancelled
        if exc is not None and cancelled is None:
            self._errors.append(exc)
        if self._errors:
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors) from None
        return None
