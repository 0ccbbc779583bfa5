"""Objects that take down how they are used, and patches that put them in the place of others."""
import sys
from functools import wraps
__all__ = (
    'Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock', 'ThreadingMock', 'FILTER_DIR',
    'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal',
)


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'sentinel.%s' % self.name


class _Sentinels:
    def __init__(self):
        self._known = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._known.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


class _Call(tuple):
    """A call: name, arguments, keywords."""

    def __new__(cls, name='', args=(), kwargs=None):
        return tuple.__new__(cls, (name, tuple(args), {} if kwargs is None else kwargs))

    def __call__(self, *args, **kwargs):
        return _Call(self[0], args, kwargs)

    def __getattr__(self, attr):
        if attr.startswith('__'):
            raise AttributeError(attr)
        return _Call('%s.%s' % (self[0], attr) if self[0] else attr)

    @property
    def args(self):
        return self[1]

    @property
    def kwargs(self):
        return self[2]

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        if isinstance(other, _Call):
            return (not self[0] or not other[0] or self[0] == other[0]) and self[1] == other[1] and self[2] == other[2]
        args = [part for part in other if isinstance(part, tuple)]
        kwargs = [part for part in other if isinstance(part, dict)]
        return self[1] == (args[0] if args else ()) and self[2] == (kwargs[0] if kwargs else {})

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        parts = [repr(arg) for arg in self[1]] + ['%s=%r' % item for item in self[2].items()]
        return 'call%s(%s)' % ('.' + self[0] if self[0] else '', ', '.join(parts))


call = _Call()


class _CallList(list):
    pass


class NonCallableMock:
    def __new__(cls, /, *args, **kwargs):
        """Special methods are looked up in the class: each mock has one of its own."""
        return object.__new__(type(cls.__name__, (cls,), {'__module__': cls.__module__, '__doc__': cls.__doc__}))

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, **kwargs):
        own = self.__dict__
        spec = spec_set if spec is None else spec
        own['_mock_names'] = None if spec is None else set(spec if isinstance(spec, (list, tuple)) else dir(spec))
        own['_mock_class'] = None if spec is None or isinstance(spec, (list, tuple)) else spec if isinstance(spec, type) else type(spec)
        own['_mock_name'] = name
        own['_mock_parent'] = None
        own['_mock_children'] = {}
        own['_mock_return'] = return_value
        own['_mock_wraps'] = wraps
        own['_mock_effect'] = None
        own['method_calls'] = _CallList()
        own['mock_calls'] = _CallList()
        self.reset_mock()
        self.side_effect = side_effect
        self.configure_mock(**kwargs)

    @property
    def __class__(self):
        return type(self) if self.__dict__.get('_mock_class') is None else self.__dict__['_mock_class']

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        own = self.__dict__
        own['called'] = False
        own['call_count'] = 0
        own['call_args'] = None
        own['call_args_list'] = _CallList()
        own['mock_calls'] = _CallList()
        own['method_calls'] = _CallList()
        if return_value:
            own['_mock_return'] = DEFAULT
        if side_effect:
            own['_mock_effect'] = None
        for child in own['_mock_children'].values():
            if isinstance(child, NonCallableMock):
                child.reset_mock()

    def configure_mock(self, **kwargs):
        for key, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *path, last = key.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def _child(self, name):
        child = self._get_child_mock(name='%s.%s' % (self._described(), name))
        child.__dict__['_mock_parent'] = (self, name)
        self.__dict__['_mock_children'][name] = child
        return child

    def _get_child_mock(self, **kwargs):
        return type(self).__mro__[1](**kwargs)

    def _described(self):
        return self.__dict__['_mock_name'] or 'mock'

    def __getattr__(self, name):
        if name in ('_mock_children', '_mock_names') or name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError("'%s' is not a valid assertion. Use a spec for the mock if '%s' is meant to be an attribute." % (name, name))
        children = self.__dict__['_mock_children']
        if name in children:
            if children[name] is _missing:
                raise AttributeError(name)
            return children[name]
        names = self.__dict__['_mock_names']
        if names is not None and name not in names:
            raise AttributeError('Mock object has no attribute %r' % name)
        return self._child(name)

    def __setattr__(self, name, value):
        if name == 'return_value':
            self.__dict__['_mock_return'] = value
        elif name == 'side_effect':
            is_list = value is not None and not callable(value) and not isinstance(value, BaseException)
            self.__dict__['_mock_effect'] = iter(value) if is_list else value
        elif name.startswith('__') and name.endswith('__'):
            _set_special(self, name, value)
        else:
            self.__dict__['_mock_children'].pop(name, None)
            self.__dict__[name] = value

    def __delattr__(self, name):
        self.__dict__.pop(name, None)
        self.__dict__['_mock_children'][name] = _missing

    @property
    def return_value(self):
        if self.__dict__['_mock_return'] is DEFAULT:
            made = self._get_child_mock(name='%s()' % self._described())
            made.__dict__['_mock_parent'] = (self, '()')
            self.__dict__['_mock_return'] = made
        return self.__dict__['_mock_return']

    @property
    def side_effect(self):
        return self.__dict__['_mock_effect']

    def attach_mock(self, mock, attribute):
        mock.__dict__['_mock_parent'] = (self, attribute)
        self.__dict__['_mock_children'][attribute] = mock

    def __repr__(self):
        name = self.__dict__['_mock_name']
        return '<%s%s id=%r>' % (type(self).__name__, ' name=%r' % name if name else '', str(id(self)))

    # ---- assertions ----

    def _fail_unless(self, condition, text):
        if not condition:
            raise AssertionError(text)

    def assert_called(self):
        self._fail_unless(self.call_count, "Expected '%s' to have been called." % self._described())

    def assert_not_called(self):
        text = "Expected '%s' to not have been called. Called %s times.%s" % (self._described(), self.call_count, self._calls_text())
        self._fail_unless(not self.call_count, text)

    def assert_called_once(self):
        text = "Expected '%s' to have been called once. Called %s times.%s" % (self._described(), self.call_count, self._calls_text())
        self._fail_unless(self.call_count == 1, text)

    def _calls_text(self, prefix='Calls'):
        return '\n%s: %s.' % (prefix, list(self.mock_calls)) if self.mock_calls else ''

    def _call_text(self, args, kwargs):
        parts = [repr(arg) for arg in args] + ['%s=%r' % item for item in kwargs.items()]
        return '%s(%s)' % (self._described(), ', '.join(parts))

    def assert_called_with(self, /, *args, **kwargs):
        expected = self._call_text(args, kwargs)
        self._fail_unless(self.call_args is not None, 'expected call not found.\nExpected: %s\n  Actual: not called.' % expected)
        actual = self.call_args
        self._fail_unless(actual == _Call('', args, kwargs), 'expected call not found.\nExpected: %s\n  Actual: %s' % (expected, self._call_text(actual[1], actual[2])))

    def assert_called_once_with(self, /, *args, **kwargs):
        text = "Expected '%s' to be called once. Called %s times.%s" % (self._described(), self.call_count, self._calls_text())
        self._fail_unless(self.call_count == 1, text)
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        self._fail_unless(_Call('', args, kwargs) in self.call_args_list, '%s call not found' % self._call_text(args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        expected = [each if isinstance(each, _Call) else _Call('', *each) for each in calls]
        actual = list(self.mock_calls)
        if any_order:
            missing = [each for each in expected if each not in actual]
            self._fail_unless(not missing, '%r does not contain all of %s in its call list, found %r instead' % (self._described(), missing, actual))
            return
        found = any(actual[i:i + len(expected)] == expected for i in range(len(actual) - len(expected) + 1))
        self._fail_unless(found, 'Calls not found.\nExpected: %s%s' % (expected, self._calls_text('  Actual')))


class Mock(NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        own = self.__dict__
        own['called'] = True
        own['call_count'] += 1
        own['call_args'] = made = _Call('', args, kwargs)
        own['call_args_list'].append(made)
        own['mock_calls'].append(made)
        self._tell_parents(args, kwargs)
        effect = own['_mock_effect']
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                raise result
            if result is not DEFAULT:
                return result
        if own['_mock_return'] is DEFAULT and own['_mock_wraps'] is not None:
            return own['_mock_wraps'](*args, **kwargs)
        return self.return_value

    def _tell_parents(self, args, kwargs):
        name = ''
        mock = self
        is_method = True
        while mock.__dict__['_mock_parent'] is not None:
            mock, part = mock.__dict__['_mock_parent']
            name = part + name if name.startswith('(') or not name else '%s.%s' % (part, name)
            if part == '()':
                is_method = False
            made = _Call(name, args, kwargs)
            mock.__dict__['mock_calls'].append(made)
            if is_method:
                mock.__dict__['method_calls'].append(made)


def _set_special(mock, name, value):
    if isinstance(value, NonCallableMock) or not hasattr(value, '__get__'):
        mock.__dict__['_mock_children'][name] = value
        value = _Special(name)
    setattr(type(mock), name, value)


class _Special:
    """A special method that is a mock: given by the program, or made when it is first asked for."""

    def __init__(self, name, default=DEFAULT, effect=None):
        self.name = name
        self.default = default
        self.effect = effect

    def __get__(self, mock, owner=None):
        if mock is None:
            return self
        children = mock.__dict__['_mock_children']
        if self.name not in children:
            child = mock._child(self.name)
            if self.default is not DEFAULT:
                child.return_value = self.default
            if self.effect is not None:
                child.side_effect = self.effect(mock, child)
        return children[self.name]


def _iterates(mock, child):
    return lambda: iter([] if child.__dict__['_mock_return'] is DEFAULT else child.__dict__['_mock_return'])


def _shows(mock, child):
    return lambda: repr(mock) if child.__dict__['_mock_return'] is DEFAULT else DEFAULT


class MagicMock(Mock):
    __enter__ = _Special('__enter__')
    __exit__ = _Special('__exit__', False)
    __len__ = _Special('__len__', 0)
    __iter__ = _Special('__iter__', effect=_iterates)
    __contains__ = _Special('__contains__', False)
    __getitem__ = _Special('__getitem__')
    __setitem__ = _Special('__setitem__')
    __delitem__ = _Special('__delitem__')
    __bool__ = _Special('__bool__', True)
    __int__ = _Special('__int__', 1)
    __index__ = _Special('__index__', 1)
    __float__ = _Special('__float__', 1.0)
    __complex__ = _Special('__complex__', 1j)
    __str__ = _Special('__str__', effect=_shows)


class NonCallableMagicMock(NonCallableMock):
    pass


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


# ---- patches ----

class _Patch:
    def __init__(self, target, attribute, new, kind, kwargs):
        self.target = target
        self.attribute = attribute
        self.new = new
        self.kind = kind
        self.kwargs = kwargs

    def __enter__(self):
        target = self.target() if callable(self.target) and not isinstance(self.target, type) else self.target
        self.holder = target
        self.is_local = self.attribute in getattr(target, '__dict__', {})
        self.original = getattr(target, self.attribute)
        new = self.new
        if new is DEFAULT:
            new = (MagicMock if self.kind is None else self.kind)(**{'name': self.attribute, **self.kwargs})
        setattr(target, self.attribute, new)
        return new

    def __exit__(self, *exc_info):
        if self.is_local or isinstance(self.holder, type(sys)):
            setattr(self.holder, self.attribute, self.original)
        else:
            delattr(self.holder, self.attribute)

    def start(self):
        _started.append(self)
        return self.__enter__()

    def stop(self):
        if self in _started:
            _started.remove(self)
            self.__exit__(None, None, None)

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith('test') and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func

        @wraps(func)
        def patched(*args, **kwargs):
            with self.copy() as new:
                return func(*args, *([new] if self.new is DEFAULT else []), **kwargs)

        return patched

    def copy(self):
        return _Patch(self.target, self.attribute, self.new, self.kind, self.kwargs)


_started = []


def _found(path):
    parts = path.split('.')
    known = len(parts)
    while known > 0 and '.'.join(parts[:known]) not in sys.modules:
        known -= 1
    if known == 0 and parts[0] != 'sys':
        raise ModuleNotFoundError('No module named %r' % parts[0])
    target = sys.modules['.'.join(parts[:known])] if known > 0 else sys
    for part in parts[max(known, 1):]:
        target = getattr(target, part)
    return target


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    return _Patch(target, attribute, new, new_callable, kwargs)


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear

    def __enter__(self):
        target = self.target = _found(self.in_dict) if isinstance(self.in_dict, str) else self.in_dict
        self.original = dict(target)
        if self.clear:
            target.clear()
        target.update(self.values)
        return target

    def __exit__(self, *exc_info):
        self.target.clear()
        self.target.update(self.original)

    def __call__(self, func):
        @wraps(func)
        def patched(*args, **kwargs):
            with self:
                return func(*args, **kwargs)

        return patched


class _Patcher:
    object = staticmethod(_patch_object)
    dict = _PatchDict

    def __call__(self, target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
        path, _, attribute = target.rpartition('.')
        if not path:
            raise TypeError('Need a valid target to patch. You supplied: %r' % (target,))
        return _Patch(lambda: _found(path), attribute, new, new_callable, kwargs)

    def stopall(self):
        for each in reversed(_started[:]):
            each.stop()


patch = _Patcher()


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    return MagicMock(spec=spec, **kwargs)


def mock_open(mock=None, read_data=''):
    from io import StringIO
    opened = MagicMock(name='open') if mock is None else mock

    def reader(*args, **kwargs):
        stream = StringIO(read_data)
        handle = MagicMock()
        handle.read.side_effect = stream.read
        handle.readline.side_effect = stream.readline
        handle.readlines.side_effect = stream.readlines
        handle.__dict__['_mock_children']['__enter__'] = Mock(return_value=handle)
        return handle

    opened.side_effect = reader
    return opened
