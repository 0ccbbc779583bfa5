"""Helpers for `with`."""
from abc import ABC, abstractmethod
from _collections import _has, deque as _deque
import os as _os
import sys as _sys
from types import MethodType as _MethodType
__all__ = [
    'asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager', 'AbstractAsyncContextManager',
    'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout', 'redirect_stderr', 'suppress', 'aclosing', 'chdir',
]

_GenericAlias = type(list[int])


class AbstractContextManager(ABC):
    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__enter__', '__exit__') if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    __class_getitem__ = classmethod(_GenericAlias)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__aenter__', '__aexit__') if cls is AbstractAsyncContextManager else NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        inner.__name__ = func.__name__
        inner.__qualname__ = func.__qualname__
        inner.__doc__ = func.__doc__
        inner.__wrapped__ = func
        return inner


class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self.__doc__ = func.__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    helper.__name__ = func.__name__
    helper.__qualname__ = func.__qualname__
    helper.__doc__ = func.__doc__
    helper.__wrapped__ = func
    return helper


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        inner.__name__ = func.__name__
        inner.__qualname__ = func.__qualname__
        inner.__doc__ = func.__doc__
        inner.__wrapped__ = func
        return inner


class _AsyncGeneratorContextManager(AbstractAsyncContextManager, AsyncContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self.__doc__ = func.__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def asynccontextmanager(func):
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    helper.__name__ = func.__name__
    helper.__qualname__ = func.__qualname__
    helper.__doc__ = func.__doc__
    helper.__wrapped__ = func
    return helper


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            _, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        module = _sys
        self._old_targets.append(getattr(module, self._stream))
        setattr(module, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        module = _sys
        setattr(module, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'


class _Exits:
    """The context in which the callbacks of a stack run: what is under way, and whether it is still to be raised."""

    def __init__(self, exc):
        self.exc = exc
        self.outer = _sys.exception()
        self.suppressed = False
        self.raised = False

    def details(self):
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def answered(self, handled):
        if handled:
            self.suppressed = True
            self.raised = False
            self.exc = None

    def failed(self, new_exc):
        self.chain(new_exc)
        self.exc = new_exc
        self.raised = True

    def chain(self, new_exc):
        """What was raised in the context of the stack's own exception was raised in that of the callback before."""
        while new_exc.__context__ is not self.outer:
            new_exc = new_exc.__context__
            if new_exc is None or new_exc is self.exc:
                return
        if new_exc.__context__ is not None:
            new_exc.__context__ = self.exc

    def result(self, received_exc):
        if self.raised:
            context = self.exc.__context__
            try:
                raise self.exc
            except BaseException:
                self.exc.__context__ = context
                raise
        return received_exc and self.suppressed


def _protocol_methods(cm, enter, exit, described):
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, exit)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {described} protocol") from None


class _BaseExitStack:
    """Callbacks, each with whether its answer is awaited; the last one runs first."""

    def __init__(self):
        self._exit_callbacks = _deque()

    def pop_all(self):
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = _deque()
        return new_stack

    def _push(self, is_sync, exit):
        self._exit_callbacks.append((is_sync, exit))

    def push(self, exit):
        method = getattr(type(exit), '__exit__', None)
        self._push(True, exit if method is None else _MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        enter, exit = _protocol_methods(cm, '__enter__', '__exit__', 'context manager')
        result = enter(cm)
        self._push(True, _MethodType(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        def run(exc_type, exc, tb):
            callback(*args, **kwds)
        run.__wrapped__ = callback
        self._push(True, run)
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Leaves any number of contexts in the opposite order of entering them."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exits = _Exits(exc_details[1])
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                exits.answered(callback(*exits.details()))
            except BaseException as new_exc:
                exits.failed(new_exc)
        return exits.result(exc_details[1] is not None)

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An ExitStack whose contexts and callbacks may be asynchronous."""

    def push_async_exit(self, exit):
        method = getattr(type(exit), '__aexit__', None)
        self._push(False, exit if method is None else _MethodType(method, exit))
        return exit

    async def enter_async_context(self, cm):
        enter, exit = _protocol_methods(cm, '__aenter__', '__aexit__', 'asynchronous context manager')
        result = await enter(cm)
        self._push(False, _MethodType(exit, cm))
        return result

    def push_async_callback(self, callback, /, *args, **kwds):
        async def run(exc_type, exc, tb):
            await callback(*args, **kwds)
        run.__wrapped__ = callback
        self._push(False, run)
        return callback

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exits = _Exits(exc_details[1])
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                answer = callback(*exits.details())
                exits.answered(answer if is_sync else await answer)
            except BaseException as new_exc:
                exits.failed(new_exc)
        return exits.result(exc_details[1] is not None)

    async def aclose(self):
        await self.__aexit__(None, None, None)


class chdir:
    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        self._old_cwd.append(_os.getcwd())
        _os.chdir(self.path)

    def __exit__(self, *excinfo):
        _os.chdir(self._old_cwd.pop())
