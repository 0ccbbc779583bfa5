"""Values over several lines where one is too short."""
import sys as _sys
from collections import Counter as _Counter, OrderedDict as _OrderedDict, defaultdict as _defaultdict, deque as _deque
from types import SimpleNamespace as _SimpleNamespace
__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._repr(object, 0)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Values of any types, in an order: that of their types where they have none."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _item_key(item):
    return _Key(item[0])


def _words(line):
    """Parts that end with their white space."""
    start = 0
    n = len(line)
    for i in range(1, n + 1):
        if i == n or line[i - 1].isspace() and not line[i].isspace():
            yield line[start:i]
            start = i


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent_per_level = indent
        self._width = width
        self._depth = depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers
        self._open = set()
        self._is_recursive = False
        self._is_readable = True

    def pprint(self, object):
        self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._format(object, 0, 0, 0)

    def isreadable(self, object):
        self._is_recursive = False
        self._is_readable = True
        self._repr(object, 0)
        return self._is_readable and not self._is_recursive

    def isrecursive(self, object):
        self._is_recursive = False
        self._repr(object, 0)
        return self._is_recursive

    def _sorted_items(self, mapping):
        return sorted(mapping.items(), key=_item_key) if self._sort_dicts else list(mapping.items())

    def _recursion(self, object):
        self._is_recursive = True
        return f'<Recursion on {type(object).__name__} with id={id(object)}>'

    def _repr(self, object, level):
        """On one line."""
        kind = type(object).__repr__
        if kind is int.__repr__ and type(object) is int:
            return f'{object:_d}' if self._underscore_numbers else repr(object)
        if kind is not dict.__repr__ and kind is not list.__repr__ and kind is not tuple.__repr__:
            text = repr(object)
            if text.startswith('<'):
                self._is_readable = False
            return text
        if not object:
            return repr(object)
        mark = id(object)
        opening, closing = ('{', '}') if kind is dict.__repr__ else ('[', ']') if kind is list.__repr__ else ('(', ')')
        if self._depth and level >= self._depth:
            self._is_readable = False
            return opening + '...' + (',' if opening == '(' and len(object) == 1 else '') + closing
        if mark in self._open:
            return self._recursion(object)
        self._open.add(mark)
        if kind is dict.__repr__:
            parts = [f'{self._repr(key, level + 1)}: {self._repr(value, level + 1)}' for key, value in self._sorted_items(object)]
        else:
            parts = [self._repr(item, level + 1) for item in object]
        self._open.remove(mark)
        comma = ',' if opening == '(' and len(parts) == 1 else ''
        return opening + ', '.join(parts) + comma + closing

    def _format(self, object, indent, allowance, level):
        """From a column on; `allowance`: what has to follow on the last line."""
        if id(object) in self._open:
            return self._recursion(object)
        text = self._repr(object, level)
        if len(text) <= self._width - indent - allowance:
            return text
        self._open.add(id(object))
        try:
            wide = self._wide(object, indent, allowance, level + 1)
        finally:
            self._open.discard(id(object))
        return text if wide is None else wide

    def _wide(self, object, indent, allowance, level):
        """Over several lines; None: it has no such form."""
        if self._depth and level > self._depth:
            return None
        cls = type(object)
        kind = cls.__repr__
        name = cls.__name__
        inner = indent + len(name) + 1
        if kind is dict.__repr__:
            return self._dict(self._sorted_items(object), indent, allowance, level) if object else None
        if kind is list.__repr__:
            return self._items('[', object, ']', indent, allowance, level)
        if kind is tuple.__repr__:
            return self._items('(', object, ',)' if len(object) == 1 else ')', indent, allowance, level)
        if kind is set.__repr__ or kind is frozenset.__repr__:
            if not object:
                return None
            items = sorted(object, key=_Key)
            if cls is set:
                return self._items('{', items, '}', indent, allowance, level)
            return name + '(' + self._items('{', items, '})', inner, allowance, level)
        if kind is str.__repr__:
            return self._text(object, indent, allowance, level)
        if kind is bytes.__repr__:
            return self._bytes(object, indent, allowance, level)
        return self._library(object, kind, name, indent, inner, allowance, level)

    def _library(self, object, kind, name, indent, inner, allowance, level):
        if kind is _OrderedDict.__repr__:
            return f'{name}({self._format(list(object.items()), inner, allowance + 1, level)})' if object else None
        if kind is _Counter.__repr__:
            return f'{name}({self._dict(object.most_common(), inner, allowance + 1, level)})' if object else None
        if kind is _defaultdict.__repr__:
            factory = self._repr(object.default_factory, level)
            inside = self._dict(self._sorted_items(object), inner, allowance + 1, level) if object else '{}'
            return f'{name}({factory},\n{" " * inner}{inside})'
        if kind is _deque.__repr__:
            if object.maxlen is None:
                return name + '(' + self._items('[', list(object), '])', inner, allowance, level)
            return f'{name}({self._items("[", list(object), "]", inner, 2, level)},\n{" " * inner}maxlen={object.maxlen})'
        if kind is _SimpleNamespace.__repr__:
            name = 'namespace' if type(object) is _SimpleNamespace else name
            return self._attributes(name, list(vars(object).items()), indent, allowance, level)
        fields = getattr(object, '__dataclass_fields__', None)
        if fields is not None and not isinstance(object, type) and self._repr(object, level).startswith(name + '('):
            return self._attributes(name, [(f.name, getattr(object, f.name)) for f in fields.values() if f.repr], indent, allowance, level)
        return None

    def _dict(self, items, indent, allowance, level):
        column = indent + self._indent_per_level
        parts = []
        for i, (key, value) in enumerate(items):
            text = self._repr(key, level)
            after = allowance + 1 if i == len(items) - 1 else 1
            parts.append(f'{text}: {self._format(value, column + len(text) + 2, after, level)}')
        return '{' + ' ' * (self._indent_per_level - 1) + (',\n' + ' ' * column).join(parts) + '}'

    def _attributes(self, name, items, indent, allowance, level):
        column = indent + len(name) + 1
        parts = []
        for i, (key, value) in enumerate(items):
            after = allowance + 1 if i == len(items) - 1 else 1
            parts.append(f'{key}={self._format(value, column + len(key) + 1, after, level)}')
        return f'{name}(' + (',\n' + ' ' * column).join(parts) + ')'

    def _items(self, opening, items, closing, indent, allowance, level):
        column = indent + self._indent_per_level
        allowance += len(closing)
        head = opening + ' ' * (self._indent_per_level - 1)
        if self._compact:
            return head + self._compact_items(items, column, allowance, level) + closing
        last = len(items) - 1
        parts = [self._format(item, column, allowance if i == last else 1, level) for i, item in enumerate(items)]
        return head + (',\n' + ' ' * column).join(parts) + closing

    def _compact_items(self, items, column, allowance, level):
        """As many on a line as fit."""
        lines = []
        room = limit = self._width - column + 1
        line = ''
        last = len(items) - 1
        for i, item in enumerate(items):
            if i == last:
                room -= allowance
                limit -= allowance
            text = self._repr(item, level)
            wide = len(text) + 2
            if room < wide:
                room = limit
                if line:
                    lines.append(line)
                    line = ''
            if room >= wide:
                room -= wide
                line = f'{line}, {text}' if line else text
            else:
                lines.append(self._format(item, column, allowance if i == last else 1, level))
        if line:
            lines.append(line)
        return (',\n' + ' ' * column).join(lines)

    def _text(self, text, indent, allowance, level):
        if not text:
            return None
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        lines = text.splitlines(True)
        chunks = []
        for i, line in enumerate(lines):
            is_last = i == len(lines) - 1
            if len(repr(line)) <= (width - allowance if is_last else width):
                chunks.append(repr(line))
                continue
            words = list(_words(line))
            current = ''
            for j, word in enumerate(words):
                room = width - allowance if is_last and j == len(words) - 1 else width
                if len(repr(current + word)) <= room:
                    current += word
                else:
                    if current:
                        chunks.append(repr(current))
                    current = word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        joined = ('\n' + ' ' * indent).join(chunks)
        return f'({joined})' if level == 1 else joined

    def _bytes(self, data, indent, allowance, level):
        if len(data) <= 4:
            return None
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        chunks = []
        current = b''
        last = len(data) // 4 * 4
        for i in range(0, len(data), 4):
            part = data[i:i + 4]
            room = width - allowance if i == last else width
            if len(repr(current + part)) <= room:
                current += part
            else:
                if current:
                    chunks.append(repr(current))
                current = part
        if current:
            chunks.append(repr(current))
        joined = ('\n' + ' ' * indent).join(chunks)
        return f'({joined})' if level == 1 else joined
