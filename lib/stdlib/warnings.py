"""warnings: filters, what is shown, and what is recorded. Compiled programs keep no frames, so a place is named only by warn_explicit()."""
import re
import sys
__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings', 'catch_warnings', 'deprecated']


class _State:
    """What programs change."""

    def __init__(self):
        self.filters = [
            ('default', None, DeprecationWarning, '__main__', 0),
            ('ignore', None, DeprecationWarning, None, 0),
            ('ignore', None, PendingDeprecationWarning, None, 0),
            ('ignore', None, ImportWarning, None, 0),
            ('ignore', None, ResourceWarning, None, 0),
        ]
        self.seen = {}
        self.log = None


_state = _State()
filters = _state.filters


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = '%s:%s: %s: %s\n' % (filename, lineno, category.__name__, message)
    return text + '  %s\n' % line.strip() if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    warn_explicit(message, category, 'sys', 1, '__main__', None, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    action = _action_for(text, category, module, int(lineno))
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action not in ('always', 'all') and _was_seen(action, text, category, module, filename, lineno, registry):
        return
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _show(each):
    if _state.log is not None:
        _state.log.append(each)
    else:
        showwarning(each.message, each.category, each.filename, each.lineno, each.file, each.line)


def _action_for(text, category, module, lineno):
    for action, message, kind, where, line in _state.filters:
        if ((message is None or message.match(text)) and issubclass(category, kind)
                and (where is None or (where == module if isinstance(where, str) else where.match(module))) and line in (0, lineno)):
            return action
    return 'default'


def _was_seen(action, text, category, module, filename, lineno, registry):
    if action not in ('default', 'module', 'once'):
        raise RuntimeError('Unrecognized action (%r) in warnings.filters:\n %s' % (action, _state.filters))
    known = _state.seen if registry is None else registry
    key = (text, category)
    if action == 'default':
        key += (filename, lineno)
    elif action == 'module':
        key += (module,)
    if key in known:
        return True
    known[key] = True
    return False


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module', 'once'):
        raise ValueError('invalid action: %r' % (action,))
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    if not isinstance(module, str):
        raise TypeError('module must be a string')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')
    text = re.compile(message, re.I) if message else None
    where = re.compile(module) if module else None
    _add((action, text, category, where, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module', 'once'):
        raise ValueError('invalid action: %r' % (action,))
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    if append:
        if item not in _state.filters:
            _state.filters.append(item)
        return
    if item in _state.filters:
        _state.filters.remove(item)
    _state.filters.insert(0, item)


def resetwarnings():
    _state.filters[:] = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        return 'catch_warnings(%s)' % ('record=True' if self._record else '')

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        self._saved = (_state.filters[:], _state.log, _state.seen)
        if self._filter is not None:
            simplefilter(*self._filter)
        _state.seen = {}
        if not self._record:
            return None
        _state.log = log = []
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        _state.filters[:], _state.log, _state.seen = self._saved


class deprecated:
    """Marks a class or a function as deprecated: its use warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError('Expected an object of type str for \'message\', not %r' % type(message).__name__)
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category = self.message, self.category
        if category is None:
            setattr(arg, '__deprecated__', message)
            return arg
        if isinstance(arg, type):
            original = arg.__init__

            def __init__(self, *args, **kwargs):
                if type(self) is arg:
                    warn(message, category)
                original(self, *args, **kwargs)

            setattr(arg, '__init__', __init__)
            setattr(arg, '__deprecated__', message)
            return arg

        def wrapper(*args, **kwargs):
            warn(message, category)
            return arg(*args, **kwargs)

        wrapper.__name__ = arg.__name__
        wrapper.__doc__ = arg.__doc__
        setattr(wrapper, '__wrapped__', arg)
        setattr(wrapper, '__deprecated__', message)
        return wrapper
