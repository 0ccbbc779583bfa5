"""Character classes, capwords, Template and Formatter."""
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


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(kind, text, start) in order; kinds: text, escaped, name, invalid."""
        text = self.template
        at = 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield 'text', text[at:], at
                return
            yield 'text', text[at:found], at
            start = found + len(self.delimiter)
            if text.startswith(self.delimiter, start):
                yield 'escaped', self.delimiter, found
                at = start + len(self.delimiter)
                continue
            braced = text.startswith('{', start)
            begin = end = start + braced
            while end < len(text) and _is_identifier_char(text[end], end == begin):
                end += 1
            if end > begin and (not braced or text.startswith('}', end)):
                yield 'name', text[begin:end], found
                at = end + braced
            else:
                yield 'invalid', self.delimiter, found
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
        for kind, text, at in self._pieces():
            if kind == 'name':
                parts.append(str(kws[text] if text in kws else mapping[text]))
            elif kind == 'invalid':
                self._invalid(at + len(self.delimiter))
            else:
                parts.append(text)
        return ''.join(parts)

    def safe_substitute(self, mapping={}, /, **kws):
        parts = []
        for kind, text, at in self._pieces():
            if kind == 'name':
                if text in kws:
                    parts.append(str(kws[text]))
                elif text in mapping:
                    parts.append(str(mapping[text]))
                elif self.template.startswith('{', at + len(self.delimiter)):
                    parts.append(self.delimiter + '{' + text + '}')
                else:
                    parts.append(self.delimiter + text)
            else:
                parts.append(text)
        return ''.join(parts)

    def is_valid(self):
        return all(kind != 'invalid' for kind, text, at in self._pieces())

    def get_identifiers(self):
        names = []
        for kind, text, at in self._pieces():
            if kind == 'name' and text not in names:
                names.append(text)
        return names


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
