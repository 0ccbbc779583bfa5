"""
Threads that take turns: a thread runs from start() to its end before start() returns. That is one of the orders that CPython allows wherever no thread
waits for a later one; a wait that only another thread could end, and a thread that sleeps, end the program with an error of their own. Timers run while
the main thread sleeps, when they are joined, or at the end.
"""
import atexit as _atexit
import time as _time
from _time import before_sleep as _before_sleep
from _waits import WaitsForEver, let_others_run as _let_others_run, wait_for_ever as _no_end
__all__ = [
    'get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX', 'Event', 'Lock', 'RLock',
    'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError', 'setprofile', 'settrace', 'local',
    'stack_size', 'excepthook', 'ExceptHookArgs', 'gettrace', 'getprofile', 'setprofile_all_threads', 'settrace_all_threads', 'get_native_id',
]

TIMEOUT_MAX = 9223372036.0
_counter = [0]
_idents = [0]


def _next_ident():
    _idents[0] += 1
    return _idents[0]


class ThreadError(RuntimeError):
    pass


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        if name is None:
            _counter[0] += 1
            name = f'Thread-{_counter[0]}'
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._is_running = False
        self._has_started = False

    def start(self):
        if self._has_started:
            raise RuntimeError('threads can only be started once')
        self._has_started = True
        self._is_running = True
        self._ident = _next_ident()
        _before_sleep(_run_timers)
        _running.append(self)
        try:
            self.run()
        except SystemExit:
            pass
        except WaitsForEver:
            raise
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            _running.remove(self)
            self._is_running = False

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._has_started:
            raise RuntimeError('cannot join thread before it is started')
        if self._is_running:
            if self is _running[-1]:
                raise RuntimeError('cannot join current thread')
            if timeout is None:
                _no_end('join()')
            _time.sleep(max(timeout, 0))

    def is_alive(self):
        return self._is_running

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._has_started:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def getName(self):
        return self._name

    def setName(self, name):
        self._name = str(name)

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        status = 'started' if self._is_running else 'stopped' if self._has_started else 'initial'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{self.__class__.__name__}({self._name}, {status})>'


class _MainThread(Thread):
    def __init__(self):
        self._target = None
        self._name = 'MainThread'
        self._daemonic = False
        self._ident = _next_ident()
        self._is_running = True
        self._has_started = True


_main = _MainThread()
_running = [_main]
_timers = []


def _run_timers(seconds):
    """Called before anything sleeps. Runs the timers that are due until then; gives what is left of the time."""
    if len(_running) > 1:
        _let_others_run('sleep()')
    end = _time.monotonic() + seconds
    while _timers:
        first = min(_timers, key=lambda timer: timer._due)
        if first._due > end:
            break
        _timers.remove(first)
        _time.sleep(max(0, first._due - _time.monotonic()))
        first._fire()
    return max(0, end - _time.monotonic())


class ExceptHookArgs:
    def __init__(self, parts):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = parts


def excepthook(args, /):
    import sys
    import traceback
    print(f'Exception in thread {args.thread.name}:', file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


def current_thread():
    return _running[-1]


def main_thread():
    return _main


def get_ident():
    return _running[-1].ident


def get_native_id():
    return _running[-1].ident


def active_count():
    return len(_running)


def enumerate():
    return list(_running)


def settrace(func):
    pass


def setprofile(func):
    pass


def stack_size(size=0):
    return 0


def _given_time(blocking, timeout):
    """Waits for the time given; False: there is no end to it."""
    if blocking and timeout >= 0:
        _time.sleep(timeout)
    return not blocking or timeout >= 0


class _Lock:
    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if self._locked:
            if not _given_time(blocking, timeout):
                _no_end('acquire()')
            return False
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return f'<{"locked" if self._locked else "unlocked"} _thread.lock object at {id(self):#x}>'


Lock = _Lock


class RLock:
    def __init__(self):
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = current_thread()
        if self._owner is not None and self._owner is not me:
            if not _given_time(blocking, timeout):
                _no_end('acquire()')
            return False
        self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._owner is not current_thread():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if self._count == 0:
            self._owner = None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock

    def acquire(self, *args):
        return self._lock.acquire(*args)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def wait(self, timeout=None):
        if timeout is None:
            _no_end('wait()')
        _time.sleep(max(timeout, 0))
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        return result if result else self.wait(timeout) or predicate()

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            if not _given_time(blocking, -1 if timeout is None else max(timeout, 0)):
                _no_end('acquire()')
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        self._value += n


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            if timeout is None:
                _no_end('wait()')
            _time.sleep(max(timeout, 0))
        return self._flag


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def start(self):
        if self._has_started:
            raise RuntimeError('threads can only be started once')
        self._has_started = True
        self._is_running = True
        self._ident = _next_ident()
        self._due = _time.monotonic() + self.interval
        _timers.append(self)
        _before_sleep(_run_timers)
        if not self._daemonic:
            _atexit.register(self.join)

    def cancel(self):
        self.finished.set()
        if self in _timers:
            _timers.remove(self)
            self._is_running = False

    def join(self, timeout=None):
        if not self._has_started:
            raise RuntimeError('cannot join thread before it is started')
        if self in _timers:
            left = max(0, self._due - _time.monotonic())
            _time.sleep(left if timeout is None else min(left, max(0, timeout)))
            if timeout is None and self in _timers:
                _timers.remove(self)
                self._fire()

    def _fire(self):
        self._has_started = False
        Thread.start(self)

    def run(self):
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class local:
    """Each thread has attributes of its own."""
    __slots__ = ('_places', '_arguments')

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        object.__setattr__(self, '_places', [(current_thread(), {})])
        object.__setattr__(self, '_arguments', (args, kwargs))
        return self

    def _own(self):
        places = object.__getattribute__(self, '_places')
        me = current_thread()
        for thread, names in places:
            if thread is me:
                return names
        names = {}
        places.append((me, names))
        args, kwargs = object.__getattribute__(self, '_arguments')
        if type(self).__init__ is not object.__init__:
            type(self).__init__(self, *args, **kwargs)
        return names

    __dict__ = property(_own)

    def __getattribute__(self, name):
        names = local._own(self)
        return names[name] if name in names and name != '__dict__' else object.__getattribute__(self, name)

    def __getattr__(self, name):
        owner = '_thread._local' if type(self) is local else type(self).__name__
        raise AttributeError(f'{owner!r} object has no attribute {name!r}')

    def __setattr__(self, name, value):
        local._own(self)[name] = value

    def __delattr__(self, name):
        names = local._own(self)
        if name not in names:
            local.__getattr__(self, name)
        del names[name]
