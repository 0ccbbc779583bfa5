"""csv: tables as text."""
__all__ = [
    'QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error', 'Dialect', 'excel',
    'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer', 'unregister_dialect',
    'DictReader', 'DictWriter', 'unix_dialect',
]
QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3
QUOTE_STRINGS = 4
QUOTE_NOTNULL = 5


class Error(Exception):
    """What can't be read or written."""


class Dialect:
    _name = ''
    delimiter = ','
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    """What Excel writes."""


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}
_limits = [131072]


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Format('excel' if dialect is None else dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _Format(name, {})


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    old = _limits[0]
    if new_limit is not None:
        _limits[0] = new_limit
    return old


_parameters = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'strict')


class _Format:
    """A dialect with all its parameters checked."""

    def __init__(self, dialect, given):
        if isinstance(dialect, str):
            if dialect not in _dialects:
                raise Error('unknown dialect')
            dialect = _dialects[dialect]
        for name in given:
            if name not in _parameters:
                raise TypeError("this function got an unexpected keyword argument '%s'" % name)
        self.delimiter = given.get('delimiter', dialect.delimiter)
        self.quotechar = given.get('quotechar', dialect.quotechar)
        self.escapechar = given.get('escapechar', dialect.escapechar)
        self.doublequote = given.get('doublequote', dialect.doublequote)
        self.skipinitialspace = given.get('skipinitialspace', dialect.skipinitialspace)
        self.lineterminator = given.get('lineterminator', dialect.lineterminator)
        self.quoting = given.get('quoting', dialect.quoting)
        self.strict = given.get('strict', dialect.strict)
        if 'quotechar' in given and self.quotechar is None and 'quoting' not in given:
            self.quoting = QUOTE_NONE
        self._check()

    def _check(self):
        for name, value in (('delimiter', self.delimiter), ('quotechar', self.quotechar), ('escapechar', self.escapechar)):
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                raise TypeError('"%s" must be string%s, not %s' % (name, '' if name == 'delimiter' else ' or None', type(value).__name__))
            if len(value) != 1:
                raise TypeError('"%s" must be a 1-character string' % name)
        if not isinstance(self.quoting, int) or not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')


# ---- reading ----

class _Reader:
    def __init__(self, lines, format):
        self._lines = iter(lines)
        self.dialect = format
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error('iterator should return strings, not %s (the file should be opened in text mode)' % type(line).__name__)
        self.line_num += 1
        return line

    def __next__(self):
        self.fields = []
        self.field = []
        self.is_quoted = False
        state = 'start record'
        while True:
            try:
                line = self._line()
            except StopIteration:
                if self.field or state in ('quoted', 'escaped in quotes'):
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self._save()
                    return self.fields
                raise
            state = self._read(line, state)
            if state == 'end':
                return self.fields

    def _save(self):
        text = ''.join(self.field)
        format = self.dialect
        if not self.is_quoted:
            if format.quoting == QUOTE_NONNUMERIC or format.quoting == QUOTE_STRINGS and text:
                text = float(text) if text or format.quoting == QUOTE_NONNUMERIC else text
            elif format.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and not text:
                text = None
        self.fields.append(text)
        self.field = []
        self.is_quoted = False

    def _read(self, line, state):
        """Takes one line in; gives the state at its end."""
        format = self.dialect
        delimiter, escape = format.delimiter, format.escapechar
        quote = format.quotechar if format.quoting != QUOTE_NONE else None
        for letter in line:
            is_end = letter in '\r\n'
            if state == 'ended':
                if not is_end:
                    raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')
                continue
            if state in ('start record', 'start field'):
                if is_end:
                    if state == 'start field':
                        self._save()
                    state = 'ended'
                elif letter == quote:
                    self.is_quoted = True
                    state = 'quoted'
                elif letter == escape:
                    state = 'escaped'
                elif letter == ' ' and format.skipinitialspace:
                    state = 'start field'
                elif letter == delimiter:
                    self._save()
                    state = 'start field'
                else:
                    self._add(letter)
                    state = 'plain'
            elif state == 'plain':
                if is_end:
                    self._save()
                    state = 'ended'
                elif letter == escape:
                    state = 'escaped'
                elif letter == delimiter:
                    self._save()
                    state = 'start field'
                else:
                    self._add(letter)
            elif state == 'escaped':
                self._add(letter)
                state = 'plain'
            elif state == 'escaped in quotes':
                self._add(letter)
                state = 'quoted'
            elif state == 'quoted':
                if letter == escape:
                    state = 'escaped in quotes'
                elif letter == quote:
                    state = 'quote in quotes' if format.doublequote else 'plain'
                else:
                    self._add(letter)
            elif letter == quote:
                self._add(letter)
                state = 'quoted'
            elif letter == delimiter:
                self._save()
                state = 'start field'
            elif is_end:
                self._save()
                state = 'ended'
            elif format.strict:
                raise Error("'%s' expected after '%s'" % (delimiter, quote))
            else:
                self._add(letter)
                state = 'plain'
        return self._at_end(state)

    def _add(self, letter):
        if len(self.field) >= _limits[0]:
            raise Error('field larger than field limit (%d)' % _limits[0])
        self.field.append(letter)

    def _at_end(self, state):
        if state in ('quoted', 'escaped in quotes'):
            return state
        if state == 'escaped':
            self._add('\n')
            state = 'plain'
        if state in ('plain', 'quote in quotes', 'start field'):
            self._save()
        return 'end'


def reader(iterable, /, dialect='excel', **fmtparams):
    return _Reader(iterable, _Format(dialect, fmtparams))


# ---- writing ----

class _Writer:
    def __init__(self, file, format):
        self._write = file.write
        self.dialect = format

    def _field(self, value, is_only):
        format = self.dialect
        text = '' if value is None else value if isinstance(value, str) else repr(value) if type(value) is float else str(value)
        quoting = format.quoting
        is_quoted = (quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)) or quoting == QUOTE_STRINGS and isinstance(value, str)
                     or quoting == QUOTE_NOTNULL and value is not None)
        parts = []
        for letter in text:
            if letter in (format.delimiter, format.escapechar, format.quotechar) or letter in '\r\n' or letter in format.lineterminator:
                needs_escape = quoting == QUOTE_NONE
                if not needs_escape:
                    if letter == format.quotechar:
                        if format.doublequote:
                            parts.append(letter)
                        else:
                            needs_escape = True
                    elif letter == format.escapechar:
                        needs_escape = True
                    if not needs_escape:
                        is_quoted = True
                if needs_escape:
                    if format.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    parts.append(format.escapechar)
            parts.append(letter)
        if not text and is_only and not is_quoted:
            if quoting == QUOTE_NONE or quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error('single empty field record must be quoted')
            is_quoted = True
        text = ''.join(parts)
        return format.quotechar + text + format.quotechar if is_quoted else text

    def writerow(self, row, /):
        try:
            values = list(row)
        except TypeError:
            raise Error('iterable expected, not %s' % type(row).__name__) from None
        fields = [self._field(value, len(values) == 1) for value in values]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def writer(fileobj, /, dialect='excel', **fmtparams):
    return _Writer(fileobj, _Format(dialect, fmtparams))


# ---- rows as dicts ----

class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = fieldnames if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(name) for name in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(row) for row in rowdicts])
