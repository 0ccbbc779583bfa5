"""asyncio in a Node module: one loop, whose turns are callbacks of the host's loop. native/node/tasks.c calls what has no underscore."""
import heapq as _heapq
from asyncio.tasks import AbstractEventLoop as _AbstractEventLoop, Future as _Future, Task as _Task
from asyncio.tasks import _awaiting, _current, iscoroutine as _iscoroutine, set_event_loop as _set_event_loop

# So many rounds a turn, as long as tasks wake each other; then others may run.
_ROUNDS = 16


class _HostLoop(_AbstractEventLoop):
    def __init__(self, wake, then):
        super().__init__()
        self._wake = wake
        self._then = then
        self._busy = False
        self._soon = False
        self._alarm = None
        self._awaited = {}
        self._number = 0

    def call_soon(self, callback, *args, context=None):
        handle = super().call_soon(callback, *args)
        self._plan()
        return handle

    call_soon_threadsafe = call_soon

    def call_at(self, when, callback, *args, context=None):
        handle = super().call_at(when, callback, *args)
        self._plan()
        return handle

    def is_running(self):
        return self._busy

    def _plan(self):
        """Asks the host to call when there is something to do, and for nothing else: a timer keeps the process alive."""
        if self._busy:
            return
        if self._ready:
            if not self._soon:
                self._soon = True
                self._wake(0)
            return
        while self._timers and self._timers[0]._cancelled:
            _heapq.heappop(self._timers)
        when = self._timers[0]._when if self._timers else None
        if when != self._alarm:
            self._alarm = when
            self._wake(-1 if when is None else max(1, min(int((when - self.time()) * 1000) + 1, 0x7fffffff)))

    def _round(self):
        now = self.time() + 1e-9
        while self._timers and (self._timers[0]._cancelled or self._timers[0]._when <= now):
            self._ready.append(_heapq.heappop(self._timers))
        for _ in range(len(self._ready)):
            try:
                self._ready.popleft()._run(self)
            except (SystemExit, KeyboardInterrupt):
                pass

    def _turn(self):
        if self._busy:
            return
        self._busy = True
        _current.append(self)
        try:
            for _ in range(_ROUNDS):
                self._round()
                if not self._ready:
                    break
        finally:
            _current.pop()
            self._busy = False
            self._plan()

    def _begin(self, awaitable):
        """A task that has begun, as a function of JavaScript would have."""
        busy = self._busy
        self._busy = True
        _current.append(self)
        try:
            task = _Task(awaitable if _iscoroutine(awaitable) else _awaiting(awaitable), loop=self)
            try:
                self._ready.pop()._run(self)
            except (SystemExit, KeyboardInterrupt):
                pass
        finally:
            _current.pop()
            self._busy = busy
        self._turn()
        return task


_loops = []


def start(wake, then):
    _loops.append(_HostLoop(wake, then))
    _set_event_loop(_loops[0])


def turn(soon):
    loop = _loops[0]
    if soon:
        loop._soon = False
    else:
        loop._alarm = None
    loop._turn()


def drive(awaitable, resolve, reject):
    def settle(task):
        try:
            result = task.result()
        except BaseException as error:
            reject(error)
            return
        try:
            resolve(result)
        except BaseException as error:
            reject(error)

    task = _loops[0]._begin(awaitable)
    if task.done():
        settle(task)
    else:
        task.add_done_callback(settle)
    return task.cancel


def future_of(promise):
    """What a promise of JavaScript is for the task that awaits it; None outside of tasks."""
    if not _current:
        return None
    loop = _current[-1]
    if loop is not _loops[0]:
        raise RuntimeError('a promise of JavaScript cannot be awaited inside asyncio.run(): the loop of the host stands still')
    future = _Future(loop=loop)
    loop._number += 1
    number = loop._number
    loop._awaited[number] = future
    future.add_done_callback(lambda _: loop._awaited.pop(number, None))
    loop._then(promise, number)
    return future


def settled(number, value, rethrow):
    loop = _loops[0]
    future = loop._awaited.pop(number, None)
    if future is None or future.done():
        return
    busy = loop._busy
    loop._busy = True
    try:
        if rethrow is None:
            future.set_result(value)
        else:
            try:
                rethrow()
            except BaseException as error:
                future.set_exception(error)
    finally:
        loop._busy = busy
    loop._turn()
