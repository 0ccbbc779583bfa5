"""traceback: texts of exceptions and of the places that they passed. The runtime writes the reports."""
import sys
from _traceback import report as _report, source as _source
__all__ = [
    'extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack', 'format_tb', 'print_exc',
    'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames', 'FrameSummary', 'StackSummary',
    'TracebackException', 'walk_stack', 'walk_tb',
]


class FrameSummary:
    """One place: file, line, function and the source there."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}
        self._text = kwargs.get('_text')

    @property
    def line(self):
        return '' if self._line is None else self._line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self.filename == other.filename and self.lineno == other.lineno and self.name == other.name and self.locals == other.locals
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return '<FrameSummary file %s, line %d in %s>' % (self.filename, self.lineno, self.name)


class StackSummary(list):
    """The places of a traceback, the oldest first."""

    def format_frame_summary(self, frame):
        text = '  File "%s", line %s, in %s\n' % (frame.filename, frame.lineno, frame.name)
        if frame._text is not None:
            return text + frame._text
        return text + '    %s\n' % frame.line.strip() if frame.line else text

    def format(self, **kwargs):
        result = []
        last = None
        count = 0
        for frame in self:
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                if count > 3:
                    result.append(_repeated(count - 3))
                last = place
                count = 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(frame))
        if count > 3:
            result.append(_repeated(count - 3))
        return result

    @classmethod
    def from_list(cls, a_list):
        result = cls()
        for frame in a_list:
            if isinstance(frame, FrameSummary):
                result.append(frame)
            else:
                filename, lineno, name, line = frame
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result


def _repeated(count):
    return '  [Previous line repeated %d more time%s]\n' % (count, 's' if count > 1 else '')


def extract_tb(tb, limit=None):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    result = StackSummary()
    code = line_number = text = line = None
    repeats = 0
    while tb is not None:
        frame = tb.tb_frame
        repeats = repeats + 1 if frame.f_code is code and tb.tb_lineno == line_number else 0
        if repeats < 3:  # the others are only counted
            code, line_number, text = frame.f_code, tb.tb_lineno, _source(tb)
            line = text.split('\n')[0].strip()
        result.append(FrameSummary(code.co_filename, line_number, code.co_name, line=line, _text=text))
        tb = tb.tb_next
    if limit is not None:
        del result[limit if limit >= 0 else 0:None if limit >= 0 else limit]
    return result


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), file=_stderr(file), end='')


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), file=_stderr(file), end='')


def _stderr(file):
    return sys.stderr if file is None else file


def _exception_of(exc, value):
    return exc if isinstance(exc, BaseException) else value


def _last_lines(exc):
    """The report on the exception alone: its type and text, and its notes."""
    kept = exc.__traceback__, exc.__cause__, exc.__context__, exc.__suppress_context__
    exc.__traceback__ = exc.__cause__ = exc.__context__ = None
    try:
        return _report(exc)
    finally:
        exc.__traceback__, exc.__cause__, exc.__context__, exc.__suppress_context__ = kept


def format_exception_only(exc, /, value=None, *, show_group=False):
    exc = _exception_of(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    return _last_lines(exc).splitlines(keepends=True)


_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    exc = _exception_of(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    if isinstance(exc, BaseExceptionGroup):
        return _report(exc).splitlines(keepends=True)
    parts = []
    seen = set()
    link = None
    while exc is not None and id(exc) not in seen:
        seen.add(id(exc))
        lines = format_tb(exc.__traceback__, limit)
        if lines:
            lines.insert(0, 'Traceback (most recent call last):\n')
        lines += format_exception_only(exc)
        parts.append(lines if link is None else [*lines, link])
        if exc.__cause__ is not None:
            exc, link = exc.__cause__, _CAUSE
        elif not exc.__suppress_context__:
            exc, link = exc.__context__, _CONTEXT
        else:
            break
        if not chain:
            break
    return [line for lines in reversed(parts) for line in lines]


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    print(''.join(format_exception(exc, value, tb, limit, chain)), file=_stderr(file), end='')


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def clear_frames(tb):
    """Frames hold nothing here."""


class TracebackException:
    """What is to be written of an exception, taken down at once."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, **kwargs):
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_traceback, limit)
        self._str = str(exc_value)
        self._lines = format_exception(exc_value, limit=limit)
        self._last = format_exception_only(exc_value)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format_exception_only(self, *, show_group=False):
        return iter(self._last)

    def format(self, *, chain=True):
        return iter(self._lines)

    def print(self, *, file=None, chain=True):
        print(''.join(self._lines), file=_stderr(file), end='')

    def __str__(self):
        return self._str
