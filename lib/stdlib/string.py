"""Character classes, capwords, Template and Formatter."""
__all__ = [
    'ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits', 'printable', 'punctuation',
    'whitespace', 'Formatter', 'Template',
]
whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


def _is_identifier_char(c, first):
    return c == '_' or 'a' <= c <= 'z' or 'A' <= c <= 'Z' or not first and '0' <= c <= '9'


_identifier = '(?a:[_a-z][_a-z0-9]*)'


class Template:
    delimiter = '$'
    idpattern = _identifier
    braceidpattern = None
    flags = None
    _compiled = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        is_given = 'pattern' in cls.__dict__
        if is_given or cls.flags is not None or cls.braceidpattern is not None or cls.idpattern is not _identifier:
            cls._compiled = _compiled_pattern(cls, is_given)

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(kind, text, start) in order; kinds: text, escaped, name, invalid."""
        return self._simple_pieces() if self._compiled is None else self._matched_pieces()

    def _matched_pieces(self):
        at = 0
        for found in self._compiled.finditer(self.template):
            yield 'text', self.template[at:found.start()], at, ''
            at = found.end()
            groups = found.groupdict()
            name = groups['named'] or groups['braced']
            if name is not None:
                yield 'name', name, found.start(), found[0]
            elif groups['escaped'] is not None:
                yield 'escaped', self.delimiter, found.start(), ''
            elif groups['invalid'] is not None:
                yield 'invalid', found[0], found.start('invalid'), ''
            else:
                raise ValueError('Unrecognized named group in pattern', self._compiled)
        yield 'text', self.template[at:], at, ''

    def _simple_pieces(self):
        text = self.template
        at = 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield 'text', text[at:], at, ''
                return
            yield 'text', text[at:found], at, ''
            start = found + len(self.delimiter)
            if text.startswith(self.delimiter, start):
                yield 'escaped', self.delimiter, found, ''
                at = start + len(self.delimiter)
                continue
            braced = text.startswith('{', start)
            begin = end = start + braced
            while end < len(text) and _is_identifier_char(text[end], end == begin):
                end += 1
            if end > begin and (not braced or text.startswith('}', end)):
                at = end + braced
                yield 'name', text[begin:end], found, text[found:at]
            else:
                yield 'invalid', self.delimiter, start, ''
                at = start

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column, line = at - len(''.join(lines[:-1])), len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def substitute(self, mapping={}, /, **kws):
        parts = []
        for kind, text, at, source in self._pieces():
            if kind == 'name':
                parts.append(str(kws[text] if text in kws else mapping[text]))
            elif kind == 'invalid':
                self._invalid(at)
            else:
                parts.append(text)
        return ''.join(parts)

    def safe_substitute(self, mapping={}, /, **kws):
        parts = []
        for kind, text, at, source in self._pieces():
            if kind == 'name':
                try:
                    parts.append(str(kws[text] if text in kws else mapping[text]))
                except KeyError:
                    parts.append(source)
            else:
                parts.append(text)
        return ''.join(parts)

    def is_valid(self):
        return all([kind != 'invalid' for kind, text, at, source in self._pieces()])

    def get_identifiers(self):
        names = []
        for kind, text, at, source in self._pieces():
            if kind == 'name' and text not in names:
                names.append(text)
        return names


def _compiled_pattern(cls, is_given):
    import re
    if is_given:
        pattern = cls.pattern
    else:
        delimiter, plain, braced = re.escape(cls.delimiter), cls.idpattern, cls.braceidpattern or cls.idpattern
        pattern = rf"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{plain})|{{(?P<braced>{braced})}}|(?P<invalid>))"
    return re.compile(pattern, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        """The text, and the next automatic number; False: fields have numbers of their own."""
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            field, auto_arg_index = _numbered(field, auto_arg_index)
            found, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            found = self.convert_field(found, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(found, spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        return _fields(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _field_parts(field_name)
        found = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            found = getattr(found, key) if is_attribute else found[key]
        return found, first


def _numbered(field, number):
    if field == '':
        if number is False:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        return str(number), number + 1
    if not field.isdigit():
        return field, number
    if number:
        raise ValueError('cannot switch from manual field specification to automatic field numbering')
    return field, False


def _fields(text):
    """(literal, field, spec, conversion) in order; field None: nothing comes after the literal."""
    if not isinstance(text, str):
        raise TypeError(f'expected str, got {type(text).__name__}')
    at = 0
    while at < len(text):
        start = at
        while at < len(text) and text[at] not in '{}':
            at += 1
        literal = text[start:at]
        if at == len(text):
            yield literal, None, None, None
            return
        brace = text[at]
        at += 1
        if text.startswith(brace, at):
            at += 1
            yield literal + brace, None, None, None
            continue
        if brace == '}' or at == len(text):
            raise ValueError(f"Single '{brace}' encountered in format string")
        field, spec, conversion, at = _field(text, at)
        yield literal, field, spec, conversion


def _field(text, start):
    """The field that begins after a brace, and where it ends."""
    at = start
    in_brackets = False
    while at < len(text) and (in_brackets or text[at] not in '}:!'):
        if text[at] == '{':
            raise ValueError("unexpected '{' in field name")
        in_brackets = text[at] == '[' or in_brackets and text[at] != ']'
        at += 1
    if at == len(text):
        raise ValueError("expected '}' before end of string")
    name, conversion = text[start:at], None
    if text[at] == '!':
        conversion = text[at + 1:at + 2]
        if not conversion:
            raise ValueError('end of string while looking for conversion specifier')
        at += 2
        if at < len(text) and text[at] not in ':}':
            raise ValueError("expected ':' after conversion specifier")
    if at < len(text) and text[at] == '}':
        return name, '', conversion, at + 1
    begin = at = at + 1
    depth = 1
    while at < len(text):
        depth += (text[at] == '{') - (text[at] == '}')
        if depth == 0:
            return name, text[begin:at], conversion, at + 1
        at += 1
    raise ValueError("unmatched '{' in format spec")


def _field_parts(name):
    """What it begins with, and (is it an attribute?, key) for each further part."""
    at = min([place for place in (name.find('.'), name.find('[')) if place >= 0], default=len(name))
    return _number_or_name(name[:at]), _further_parts(name, at)


def _further_parts(name, at):
    while at < len(name):
        is_attribute = name[at] == '.'
        start = at + 1
        if is_attribute:
            at = min([place for place in (name.find('.', start), name.find('[', start)) if place >= 0], default=len(name))
            key = name[start:at]
        elif name[at] == '[':
            end = name.find(']', start)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, at = name[start:end], end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError('Empty attribute in format string')
        yield is_attribute, key if is_attribute else _number_or_name(key)


def _number_or_name(text):
    return int(text) if text.isdigit() and text.isascii() else text
