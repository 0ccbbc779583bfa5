"""The event loop, futures and tasks."""
import heapq as _heapq
import time as _time
from asyncio._abandoned import CLOSING as _CLOSING, closing as _closing, nothing as _nothing, set_finalizer as _set_finalizer
from asyncio._unretrieved import retrieved as _retrieved, watch as _watch
from asyncio.exceptions import CancelledError, InvalidStateError
from collections import deque as _deque

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


class Handle:
    def __init__(self, callback, args):
        self._callback = callback
        self._args = args
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self, loop):
        if self._cancelled:
            return
        try:
            self._callback(*self._args)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            name = getattr(self._callback, '__qualname__', None) or repr(self._callback)
            loop.call_exception_handler({'message': f'Exception in callback {name}({", ".join(map(repr, self._args))})', 'exception': error, 'handle': self})


class TimerHandle(Handle):
    def __init__(self, when, order, callback, args):
        super().__init__(callback, args)
        self._when = when
        self._order = order

    def when(self):
        return self._when

    def __lt__(self, other):
        return (self._when, self._order) < (other._when, other._order)


_current = []


class AbstractEventLoop:
    def __init__(self):
        self._ready = _deque()
        self._timers = []
        self._order = 0
        self._closed = False
        self._stopping = False
        self._tasks = []
        self._task = None
        self._exception_handler = None

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Tells of it on standard error, with the traceback; the loop goes on."""
        import sys
        import traceback
        print(context.get('message') or 'Unhandled exception in event loop', file=sys.stderr)
        error = context.get('exception')
        if error is not None:
            traceback.print_exception(error)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
        else:
            self._exception_handler(self, context)

    def time(self):
        return _time.monotonic()

    def is_running(self):
        return self in _current

    def is_closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def stop(self):
        self._stopping = True

    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        handle = Handle(callback, args)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        self._order += 1
        handle = TimerHandle(when, self._order, callback, args)
        _heapq.heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name)

    def run_in_executor(self, executor, func, *args):
        future = Future(loop=self)
        try:
            future.set_result(func(*args))
        except Exception as exc:
            future.set_exception(exc)
        return future

    def _once(self):
        while self._timers and self._timers[0]._cancelled:
            _heapq.heappop(self._timers)
        if not self._ready and self._timers:
            delay = self._timers[0]._when - self.time()
            if delay > 0:
                _time.sleep(delay)
        now = self.time() + 1e-9
        while self._timers and self._timers[0]._when <= now:
            self._ready.append(_heapq.heappop(self._timers))
        for _ in range(len(self._ready)):
            self._ready.popleft()._run(self)

    def run_forever(self):
        _current.append(self)
        finalizer = _set_finalizer(lambda generator: self.call_soon(lambda: self.create_task(_closing(generator), name=_CLOSING)))
        try:
            while not self._stopping:
                if not self._ready and not self._timers:
                    raise RuntimeError('the event loop has nothing left to run')
                self._once()
        finally:
            self._stopping = False
            _set_finalizer(finalizer)
            _current.pop()

    def run_until_complete(self, future):
        if self._closed:
            raise RuntimeError('Event loop is closed')
        if _current:
            raise RuntimeError('This event loop is already running')
        future = ensure_future(future, loop=self)
        future.add_done_callback(self._stop_with)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(self._stop_with)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def _stop_with(self, future):
        """What is due in the same round still runs."""
        self._stopping = True

    def _cancel_all(self):
        pending = [task for task in self._tasks if not task.done() and task._name != _CLOSING]
        for task in pending:
            task.cancel()
        if pending:
            self.run_until_complete(gather(*pending, return_exceptions=True))
        for _ in range(2):
            if self._ready:
                self.run_until_complete(_nothing())


BaseEventLoop = AbstractEventLoop


def new_event_loop():
    return AbstractEventLoop()


_default = []


def set_event_loop(loop):
    _default[:] = [] if loop is None else [loop]


def get_running_loop():
    if not _current:
        raise RuntimeError('no running event loop')
    return _current[-1]


def get_event_loop():
    if _current:
        return _current[-1]
    if not _default:
        _default.append(AbstractEventLoop())
    return _default[0]


class Future:
    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()
        self._state = 'PENDING'
        self._result = None
        self._exception = None
        self._callbacks = []
        self._cancel_message = None
        self._ended_by = None

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != 'PENDING'

    def cancelled(self):
        return self._state == 'CANCELLED'

    def result(self):
        if self._state == 'CANCELLED':
            raise self._cancelled_error()
        if self._state == 'PENDING':
            raise InvalidStateError('Result is not set.' if type(self) is Future else 'Result is not ready.')
        if self._exception is not None:
            _retrieved(self)
            raise self._exception
        return self._result

    def exception(self):
        if self._state == 'CANCELLED':
            raise self._cancelled_error()
        if self._state == 'PENDING':
            raise InvalidStateError('Exception is not set.')
        _retrieved(self)
        return self._exception

    def _cancelled_error(self):
        """The one that ended a task is given on, once."""
        error = self._ended_by
        self._ended_by = None
        if error is not None:
            return error
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def _finish(self, state):
        self._state = state
        callbacks = self._callbacks
        self._callbacks = []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def set_result(self, result):
        if self.done():
            raise InvalidStateError('invalid state')
        self._result = result
        self._finish('FINISHED')

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError('invalid state')
        self._exception = exception() if isinstance(exception, type) else exception
        _watch(self, 'Future')
        self._finish('FINISHED')

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancel_message = msg
        self._finish('CANCELLED')
        return True

    def add_done_callback(self, callback, *, context=None):
        if self.done():
            self._loop.call_soon(callback, self)
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        before = len(self._callbacks)
        self._callbacks = [c for c in self._callbacks if c != callback]
        return before - len(self._callbacks)

    def __await__(self):
        if not self.done():
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


_task_count = [0]


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        self._coro = coro
        _task_count[0] += 1
        self._name = str(name) if name is not None else f'Task-{_task_count[0]}'
        self._waiting_for = None
        self._must_cancel = False
        self._cancel_requests = 0
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step, None)

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def cancelling(self):
        return self._cancel_requests

    def uncancel(self):
        if self._cancel_requests > 0:
            self._cancel_requests -= 1
        return self._cancel_requests

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancel_requests += 1
        if self._waiting_for is not None and self._waiting_for.cancel(msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def _step(self, exception):
        if self.done():
            return
        if self._must_cancel:
            exception = CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)
            self._must_cancel = False
        self._waiting_for = None
        before = self._loop._task
        self._loop._task = self
        try:
            if exception is None:
                waited = self._coro.send(None)
            else:
                waited = self._coro.throw(exception)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self)
            else:
                self._result = stop.value
                self._end('FINISHED')
        except CancelledError as error:
            self._ended_by = error
            self._end('CANCELLED')
        except (KeyboardInterrupt, SystemExit) as error:
            self._exception = error
            self._end('FINISHED')
            raise
        except BaseException as error:
            self._exception = error
            _watch(self, 'Task')
            self._end('FINISHED')
        else:
            if waited is None:
                self._loop.call_soon(self._step, None)
            elif isinstance(waited, Future):
                if waited is self:
                    self._loop.call_soon(self._step, RuntimeError(f'Task cannot await on itself: {self!r}'))
                else:
                    waited.add_done_callback(self._wake)
                    self._waiting_for = waited
                    if self._must_cancel and waited.cancel(self._cancel_message):
                        self._must_cancel = False
            else:
                self._loop.call_soon(self._step, RuntimeError(f'Task got bad yield: {waited!r}'))
        finally:
            self._loop._task = before

    def _end(self, state):
        self._loop._tasks.remove(self)
        self._finish(state)

    def _wake(self, future):
        self._step(None)

    def __repr__(self):
        return f'<Task {self._state.lower()} name={self._name!r}>'


def iscoroutine(obj):
    return hasattr(obj, 'send') and hasattr(obj, 'throw') and type(obj).__name__ == 'coroutine'


def isfuture(obj):
    return isinstance(obj, Future)


def iscoroutinefunction(func):
    code = getattr(func, '__code__', None)
    return code is not None and bool(getattr(code, 'co_flags', 0) & 0x80)


async def _awaiting(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if isinstance(coro_or_future, Future):
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(coro_or_future, '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro_or_future = _awaiting(coro_or_future)
    return Task(coro_or_future, loop=loop or get_event_loop())


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


def current_task(loop=None):
    return (loop or get_running_loop())._task


def all_tasks(loop=None):
    return {task for task in (loop or get_running_loop())._tasks if not task.done()}


def run(main, *, debug=None, loop_factory=None):
    if _current:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    if not iscoroutine(main):
        raise ValueError(f'a coroutine was expected, got {main!r}')
    loop = AbstractEventLoop()
    try:
        return loop.run_until_complete(main)
    finally:
        loop._cancel_all()
        loop.close()


class _Pause:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Pause()
        return result
    future = Future(loop=get_running_loop())
    handle = future._loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


class _Gathering(Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children

    def cancel(self, msg=None):
        if self.done():
            return False
        done = False
        for child in self._children:
            if child.cancel(msg):
                done = True
        return done


def gather(*aws, return_exceptions=False):
    loop = next((aw._loop for aw in aws if isinstance(aw, Future)), None) or get_event_loop()
    children = [ensure_future(aw, loop=loop) for aw in aws]
    outer = _Gathering(children, loop=loop)
    left = [len(set(map(id, children)))]

    def finished(child):
        left[0] -= 1
        _retrieved(child)
        if outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(CancelledError())
                return
            if child._exception is not None:
                outer.set_exception(child._exception)
                return
        if left[0] == 0:
            results = []
            for one in children:
                results.append(CancelledError(one._cancel_message or '') if one.cancelled() else one._exception if one._exception is not None else one._result)
            outer.set_result(results)

    seen = set()
    for child in children:
        if id(child) not in seen:
            seen.add(id(child))
            child.add_done_callback(finished)
    if not children:
        outer.set_result([])
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    loop = get_running_loop()
    fs = set(fs)
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    waiter = Future(loop=loop)

    def finished(future):
        ended = [f for f in fs if f.done()]
        if len(ended) == len(fs) or return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and not future.cancelled() and future._exception is not None:
            _set_unless_done(waiter, None)

    for future in fs:
        future.add_done_callback(finished)
    handle = None if timeout is None else loop.call_later(timeout, _set_unless_done, waiter, None)
    try:
        if not all(f.done() for f in fs):
            await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in fs:
            future.remove_done_callback(finished)
    return {f for f in fs if f.done()}, {f for f in fs if not f.done()}


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = Future(loop=inner._loop)

    def finished(future):
        if outer.done():
            return
        if future.cancelled():
            outer.cancel()
        elif future._exception is not None:
            outer.set_exception(future.exception())
        else:
            outer.set_result(future._result)

    inner.add_done_callback(finished)
    return outer


def as_completed(fs, *, timeout=None):
    from asyncio.queues import Queue
    futures = [ensure_future(f) for f in fs]
    done = Queue()
    for future in futures:
        future.add_done_callback(done.put_nowait)

    async def next_one():
        return (await done.get()).result()

    for _ in futures:
        yield next_one()


async def to_thread(func, /, *args, **kwargs):
    return func(*args, **kwargs)
