"""Exceptions of futures that nobody has asked for: the loop tells of them when the future dies."""
from _weakref import ref as _ref

# By the id of the future.
_references = {}


def watch(future, kind):
    """The handler gets a twin: futures have no __del__, which would make every object of the program live longer."""
    loop = future._loop
    twin = object.__new__(type(future))
    twin._loop = loop
    twin._state = 'FINISHED'
    twin._result = None
    twin._exception = future._exception
    twin._callbacks = []
    if kind == 'Task':
        twin._coro = future._coro
        twin._name = future._name
    key = id(future)

    def told(reference):
        del _references[key]
        loop.call_exception_handler({'message': f'{kind} exception was never retrieved', 'exception': twin._exception, 'future': twin})

    _references[key] = _ref(future, told)


def retrieved(future):
    _references.pop(id(future), None)
