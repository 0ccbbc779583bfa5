"""JSON: dumps, dump, loads, load."""
__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


# ---- reading ----

_SPACE = ' \t\n\r'
_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


def _hex4(s, pos):
    text = s[pos + 1:pos + 5]
    if len(text) == 4 and all(c in '0123456789abcdefABCDEF' for c in text):
        return int(text, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, pos)


def _read_string(s, start, strict):
    """The text after the quote at start - 1, and the place behind its end."""
    at = start
    length = len(s)
    begin = start - 1
    parts = []
    while True:
        from_ = at
        while at < length:
            c = s[at]
            if c == '"' or c == '\\' or c < ' ':
                break
            at += 1
        else:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        if at > from_:
            parts.append(s[from_:at])
        if c == '"':
            return ''.join(parts), at + 1
        if c != '\\':
            if strict:
                raise JSONDecodeError('Invalid control character at', s, at)
            parts.append(c)
            at += 1
            continue
        at += 1
        if at >= length:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        c = s[at]
        if c != 'u':
            if c not in _ESCAPES:
                raise JSONDecodeError('Invalid \\escape', s, at - 1)
            parts.append(_ESCAPES[c])
            at += 1
            continue
        code = _hex4(s, at)
        at += 5
        if 0xd800 <= code <= 0xdbff and s[at:at + 2] == '\\u':
            low = _hex4(s, at + 1)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                at += 6
        parts.append(chr(code))


def _number_end(s, at):
    """The place behind the number that begins at `at`, and whether it is an int; -1: none begins there."""
    length = len(s)
    if at < length and s[at] == '-':
        at += 1
    if at >= length or not '0' <= s[at] <= '9':
        return -1, False
    if s[at] == '0':
        at += 1
    else:
        while at < length and '0' <= s[at] <= '9':
            at += 1
    is_int = True
    if at + 1 < length and s[at] == '.' and '0' <= s[at + 1] <= '9':
        is_int = False
        at += 2
        while at < length and '0' <= s[at] <= '9':
            at += 1
    if at < length and s[at] in 'eE':
        end = at + 1
        if end < length and s[end] in '+-':
            end += 1
        if end < length and '0' <= s[end] <= '9':
            while end < length and '0' <= s[end] <= '9':
                end += 1
            return end, False
    return at, is_int


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return _read_string(s, at + 1, self.strict)
        if c == '{':
            return self._object(s, at + 1)
        if c == '[':
            return self._array(s, at + 1)
        if c == 'n' and s.startswith('null', at):
            return None, at + 4
        if c == 't' and s.startswith('true', at):
            return True, at + 4
        if c == 'f' and s.startswith('false', at):
            return False, at + 5
        end, is_int = _number_end(s, at)
        if end > 0:
            return (self.parse_int if is_int else self.parse_float)(s[at:end]), end
        for name in ('NaN', 'Infinity', '-Infinity'):
            if s.startswith(name, at):
                return (self.parse_constant or float)(name), at + len(name)
        raise JSONDecodeError('Expecting value', s, at)

    def _array(self, s, at):
        values = []
        at = _skip(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == ']':
                return values, at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == ']':
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] != '}':
            if s[at:at + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
            while True:
                key, at = _read_string(s, at + 1, self.strict)
                key = self.memo.setdefault(key, key)
                at = _skip(s, at)
                if s[at:at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _skip(s, at + 1))
                pairs.append((key, value))
                at = _skip(s, at)
                c = s[at:at + 1]
                if c == '}':
                    break
                if c != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma = at
                at = _skip(s, at + 1)
                if s[at:at + 1] != '"':
                    if s[at:at + 1] == '}':
                        raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
        at += 1
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        result = dict(pairs)
        return (result if self.object_hook is None else self.object_hook(result)), at


def _skip(s, at):
    while at < len(s) and s[at] in _SPACE:
        at += 1
    return at


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    decoder = (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                                   object_pairs_hook=object_pairs_hook, **kw)
    return decoder.decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)


# ---- writing ----

_QUOTED = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}


def _quote(s, ensure_ascii):
    if s.isascii() and s.isprintable() and '"' not in s and '\\' not in s and '\x7f' not in s:
        return '"' + s + '"'
    parts = ['"']
    for c in s:
        if c in _QUOTED:
            parts.append(_QUOTED[c])
        elif ' ' <= c <= '~' or c > '~' and not ensure_ascii:
            parts.append(c)
        elif c < '\U00010000':
            parts.append('\\u%04x' % ord(c))
        else:
            n = ord(c) - 0x10000
            parts.append('\\u%04x\\u%04x' % (0xd800 | n >> 10, 0xdc00 | n & 0x3ff))
    parts.append('"')
    return ''.join(parts)


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        self._default = default
        self._open = {}

    def default(self, o):
        if self._default is not None:
            return self._default(o)
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        parts = []
        self._open = {}
        self._write(o, parts.append, '\n')
        return ''.join(parts)

    def iterencode(self, o, _one_shot=False):
        parts = []
        self._open = {}
        self._write(o, parts.append, '\n')
        yield from parts

    def _float(self, o):
        if o == o and o not in (float('inf'), float('-inf')):
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'

    def _plain(self, o):
        """The text of what holds nothing else; None for the rest."""
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        return self._float(o) if isinstance(o, float) else None

    def _write(self, o, put, newline):
        text = self._plain(o)
        if text is None:
            self._write_container(o, put, newline)
        else:
            put(text)

    def _write_container(self, o, put, newline):
        key = id(o)
        if self.check_circular:
            if key in self._open:
                raise ValueError('Circular reference detected')
            self._open[key] = o
        if isinstance(o, (list, tuple)):
            self._write_list(o, put, newline)
        elif isinstance(o, dict):
            self._write_dict(o, put, newline)
        else:
            self._write(self.default(o), put, newline)
        if self.check_circular:
            del self._open[key]

    def _write_list(self, values, put, newline):
        if not values:
            put('[]')
            return
        inner = newline if self.indent is None else newline + self.indent
        separator = self.item_separator if self.indent is None else self.item_separator + inner
        before = '[' if self.indent is None else '[' + inner
        for value in values:
            text = self._plain(value)
            if text is None:
                put(before)
                self._write_container(value, put, inner)
            else:
                put(before + text)
            before = separator
        if self.indent is not None:
            put(newline)
        put(']')

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _write_dict(self, mapping, put, newline):
        if not mapping:
            put('{}')
            return
        inner = newline if self.indent is None else newline + self.indent
        separator = self.item_separator if self.indent is None else self.item_separator + inner
        put('{')
        if self.indent is not None:
            put(inner)
        first = True
        for key, value in sorted(mapping.items()) if self.sort_keys else mapping.items():
            key = self._key(key)
            if key is None:
                continue
            if not first:
                put(separator)
            first = False
            put(_quote(key, self.ensure_ascii))
            put(self.key_separator)
            self._write(value, put, inner)
        if self.indent is not None:
            put(newline)
        put('}')


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                                   separators=separators, default=default, sort_keys=sort_keys, **kw)
    return encoder.encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))
