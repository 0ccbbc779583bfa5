"""Files in memory. Public by way of io."""
from _io_base import BufferedIOBase, IOBase, TextIOBase, _as_bytes, _ends_of, _translated


class _Memory(IOBase):
    """A text or bytes that can be read and written at a place."""

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check_open()
        if self._parts:
            self._value += self._empty.join(self._parts)
            self._parts = []
        return self._value

    def _take(self, end):
        value = self.getvalue()
        start = min(self._at, len(value))
        end = min(max(end, start), len(value))
        self._at = end
        return value[start:end]

    def read(self, size=-1, /):
        value = self.getvalue()
        if size is not None and not hasattr(size, '__index__'):
            raise TypeError(f'argument should be integer or None, not {type(size).__name__!r}')
        return self._take(len(value) if size is None or size < 0 else self._at + size)

    def readline(self, size=-1, /):
        value = self.getvalue()
        end = self._line_end(value)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        return self._take(end)

    def _line_end(self, value):
        end = value.find(self._newline, self._at)
        return len(value) if end < 0 else end + len(self._newline)

    def tell(self):
        self._check_open()
        return self._at

    def _put(self, s):
        if self._at == self._length and self._at >= 0:
            self._parts.append(s)
        else:
            value = self.getvalue()
            if self._at > len(value):
                value += self._zero * (self._at - len(value))
            self._value = value[:self._at] + s + value[self._at + len(s):]
        self._at += len(s)
        if self._at > self._length:
            self._length = self._at
        return len(s)

    def truncate(self, pos=None):
        self._check_open()
        if pos is None:
            pos = self._at
        if pos < 0:
            raise ValueError(f'Negative size value {pos}' if isinstance(self._empty, str) else f'negative size value {pos}')
        self._value = self.getvalue()[:pos]
        self._length = len(self._value)
        return pos


class StringIO(_Memory, TextIOBase):
    __module__ = '_io'
    _empty = ''
    encoding = errors = None
    _seen = ''  # the line ends that have been translated
    line_buffering = False

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    _newline = '\n'
    _zero = '\0'

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is None:
            initial_value = ''
        if not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self._translate = newline is None
        self._ends = newline
        if newline in ('\r', '\r\n'):
            self._newline = newline
        self._value = self._with_own_ends(initial_value)
        self._parts = []
        self._at = 0
        self._length = len(self._value)

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        if self._ends != '\n':
            self._put(self._with_own_ends(s))
            return len(s)
        return self._put(s)

    @property
    def newlines(self):
        return _ends_of(self._seen)

    def _with_own_ends(self, s):
        if self._translate:
            if '\n' in s or '\r' in s:
                self._seen += ''.join([c if c in '\r\n' else ' ' for c in s])
            return _translated(s)
        return s if self._newline == '\n' else s.replace('\n', self._newline)

    def _line_end(self, value):
        end = super()._line_end(value)
        if self._ends == '':
            other = value.find('\r', self._at, end)
            if other >= 0:
                return other + 2 if value.startswith('\n', other + 1) else other + 1
        return end

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 0:
            if pos < 0:
                raise ValueError(f'Negative seek position {pos}')
            self._at = pos
        elif whence not in (1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._at = self._length
        return self._at


class BytesIO(_Memory, BufferedIOBase):
    __module__ = '_io'
    _empty = b''
    _newline = b'\n'
    _shown = None  # a bytearray while views of it may be alive
    _zero = b'\0'

    def __init__(self, initial_bytes=b''):
        self._value = b'' if initial_bytes is None else _as_bytes(initial_bytes)
        self._parts = []
        self._at = 0
        self._length = len(self._value)

    def write(self, b, /):
        self._check_open()
        if self._shown is not None:
            self._check_unseen()
        return self._put(_as_bytes(b))

    def getbuffer(self):
        self._check_open()
        if self._shown is None:
            self._shown = bytearray(self.getvalue())
        return memoryview(self._shown)

    def getvalue(self):
        if self._shown is not None and not self.closed:
            self._value = bytes(self._shown)
        return super().getvalue()

    def truncate(self, pos=None):
        if self._shown is not None:
            self._check_unseen()
        return super().truncate(pos)

    def close(self):
        if self._shown is not None:
            self._check_unseen()
        self.closed = True

    def _check_unseen(self):
        """Nobody may look at what is to change its size."""
        value = bytes(self._shown)
        try:
            self._shown.append(0)
        except BufferError:
            raise BufferError('Existing exports of data: object cannot be re-sized') from None
        self._value = value
        self._shown = None

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, b, /):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        self._at = max(pos if whence == 0 else self._at + pos if whence == 1 else self._length + pos, 0)
        return self._at
