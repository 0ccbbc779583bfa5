"""Files and files in memory."""
import _files
__all__ = [
    'BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase', 'BufferedReader',
    'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR',
    'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'text_encoding', 'IncrementalNewlineDecoder',
]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def close(self):
        self.closed = True

    def flush(self):
        self._check_open()

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def detach(self):
        raise UnsupportedOperation('detach')

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True


RawIOBase = IOBase
BufferedIOBase = IOBase
TextIOBase = IOBase


def _translated(text, newline):
    """What is read as text when newlines are to be '\\n'."""
    return text.replace('\r\n', '\n').replace('\r', '\n') if '\r' in text else text


class _Memory(IOBase):
    """A text or bytes that can be read and written at a place."""

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


class StringIO(_Memory):
    _empty = ''
    encoding = errors = newlines = None
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

    def _with_own_ends(self, s):
        if self._translate:
            return _translated(s, None)
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


def _as_bytes(b):
    if isinstance(b, (bytes, bytearray, memoryview)) or hasattr(b, '__buffer__') or hasattr(b, 'tobytes'):
        return bytes(b)
    raise TypeError(f"a bytes-like object is required, not {type(b).__name__!r}")


class BytesIO(_Memory):
    _empty = b''
    _newline = b'\n'
    _zero = b'\0'

    def __init__(self, initial_bytes=b''):
        self._value = b'' if initial_bytes is None else _as_bytes(initial_bytes)
        self._parts = []
        self._at = 0
        self._length = len(self._value)

    def write(self, b, /):
        self._check_open()
        return self._put(_as_bytes(b))

    def getbuffer(self):
        """A view of what there is now; it can't be written to."""
        return memoryview(self.getvalue())

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


class _File(IOBase):
    """A file of the operating system: bytes, read and written through buffers."""

    def __init__(self, fd, name, mode):
        self._fd = fd
        self.name = name
        self.mode = mode
        self._ahead = b''
        self._behind = []
        self._waiting = 0

    def __repr__(self):
        kind = 'BufferedRandom' if '+' in self.mode else 'BufferedReader' if self.mode == 'rb' else 'BufferedWriter'
        return f'<_io.{kind} name={self.name!r}>'

    def readable(self):
        return 'r' in self.mode or '+' in self.mode

    def writable(self):
        return 'r' not in self.mode or '+' in self.mode

    def fileno(self):
        return self._fd

    def isatty(self):
        return _files.isatty(self._fd)

    def _check_readable(self):
        self._check_open()
        if not self.readable():
            raise UnsupportedOperation('read')
        if self._waiting:
            self.flush()

    def read(self, size=-1, /):
        self._check_readable()
        parts = [self._ahead]
        got = len(self._ahead)
        self._ahead = b''
        while size is None or size < 0 or got < size:
            data = _files.read(self._fd, 65536)
            if not data:
                break
            parts.append(data)
            got += len(data)
        data = b''.join(parts)
        if size is not None and 0 <= size < len(data):
            self._ahead = data[size:]
            data = data[:size]
        return data

    def readline(self, size=-1, /):
        self._check_readable()
        while True:
            end = self._ahead.find(b'\n') + 1
            if end:
                break
            data = _files.read(self._fd, 65536)
            if not data:
                end = len(self._ahead)
                break
            self._ahead += data
        if size is not None and 0 <= size < end:
            end = size
        line = self._ahead[:end]
        self._ahead = self._ahead[end:]
        return line

    def write(self, b, /):
        self._check_open()
        if not self.writable():
            raise UnsupportedOperation('write')
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self._ahead:
            _files.seek(self._fd, -len(self._ahead), 1)
            self._ahead = b''
        self._behind.append(bytes(b))
        self._waiting += len(b)
        if self._waiting > 65536:
            self.flush()
        return len(b)

    def _skip_chunk(self):
        """Text is read 8192 bytes at a time: what is written next goes behind these."""
        if self._ahead:
            start = self.tell()
            _files.seek(self._fd, min(start + len(self._ahead), (start + 8191) // 8192 * 8192), 0)
            self._ahead = b''

    def flush(self):
        self._check_open()
        if self._behind:
            data = b''.join(self._behind)
            self._behind = []
            self._waiting = 0
            _files.write(self._fd, data)

    def tell(self):
        self.flush()
        return _files.seek(self._fd, 0, 1) - len(self._ahead)

    def seek(self, pos, whence=0, /):
        self.flush()
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b''
        return _files.seek(self._fd, pos, whence)

    def truncate(self, pos=None):
        if pos is None:
            pos = self.tell()
        self.flush()
        return _files.truncate(self._fd, pos)

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                _files.close(self._fd)

    def __del__(self):
        if not self.closed:
            self.close()


class TextIOWrapper(IOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding or 'utf-8'
        if self.encoding.lower() in ('utf8', 'locale'):
            self.encoding = 'utf-8'
        self.errors = errors or 'strict'
        self.newline = newline
        self._text = None
        self._at = 0

    @property
    def name(self):
        return self.buffer.name

    @property
    def mode(self):
        return self.buffer.mode.replace('b', '')

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>'

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        return _translated(text, None) if self.newline is None else text

    def _load(self):
        self._check_open()
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')
        if self._text is None:
            self._text = self._decoded(self.buffer.read())
            self._at = 0

    def read(self, size=-1, /):
        self._load()
        end = len(self._text) if size is None or size < 0 else self._at + size
        text = self._text[self._at:end]
        self._at += len(text)
        if self._at == len(self._text):
            self._text = None if not text else self._text
        return text

    def readline(self, size=-1, /):
        if self._text is None and self.newline in (None, '', '\n') and self.encoding in ('utf-8', 'ascii', 'latin-1'):
            self._check_open()
            if not self.buffer.readable():
                raise UnsupportedOperation('not readable')
            if size is None or size < 0:
                line = self.buffer.readline().decode(self.encoding, self.errors)
                if '\r' not in line or self.newline is not None:
                    return line
                if line.endswith('\r\n') and line.count('\r') == 1:
                    return line[:-2] + '\n'
                self._text = _translated(line + self.buffer.read().decode(self.encoding, self.errors), None)
                self._at = 0
        self._load()
        end = self._text.find('\n', self._at) + 1 or len(self._text)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        line = self._text[self._at:end]
        self._at = end
        return line

    def write(self, s, /):
        self._check_open()
        if not self.buffer.writable():
            raise UnsupportedOperation('not writable')
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        text = s
        if self.newline == '\r\n' or self.newline == '\r':
            text = s.replace('\n', self.newline)
        if self._text is None and isinstance(self.buffer, _File):
            self.buffer._skip_chunk()
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(s)

    def flush(self):
        self._check_open()
        self.buffer.flush()

    def tell(self):
        self._check_open()
        if self._text is not None:
            return self.buffer.tell() - len(self._text[self._at:].encode(self.encoding, self.errors))
        return self.buffer.tell()

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 1 and pos != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and pos != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 1:
            pos = self.tell()
            whence = 0
        if pos < 0:
            raise ValueError(f'negative seek position {pos}')
        self._text = None
        return self.buffer.seek(pos, whence)

    def truncate(self, pos=None):
        return self.buffer.truncate(self.tell() if pos is None else pos)

    def detach(self):
        return self.buffer

    def close(self):
        if not self.closed:
            self.closed = True
            self.buffer.close()


def _flags(mode):
    kind = [c for c in mode if c in 'rwxa']
    if len(kind) != 1 or any(c not in 'rwxabt+' for c in mode) or len(set(mode)) != len(mode):
        if any(c not in 'rwxabt+' for c in mode) or len(set(mode)) != len(mode):
            raise ValueError(f'invalid mode: {mode!r}')
        raise ValueError('must have exactly one of create/read/write/append mode')
    if 'b' in mode and 't' in mode:
        raise ValueError("can't have text and binary mode at once")
    access = 2 if '+' in mode else 0 if 'r' in mode else 1
    return access | {'r': 0, 'w': 0o1000 | 0o100, 'x': 0o100 | 0o200, 'a': 0o100 | 0o2000}[kind[0]]


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    flags = _flags(mode)
    binary = 'b' in mode
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError(f'illegal newline value: {newline!r}')
    if isinstance(file, int):
        fd = file
    else:
        path = file
        if not isinstance(file, (str, bytes)) and hasattr(file, '__fspath__'):
            path = file.__fspath__()
            if not isinstance(path, (str, bytes)):
                raise TypeError(f'expected {type(file).__name__}.__fspath__() to return str or bytes, not {type(path).__name__}')
        if isinstance(path, bytes):
            path = path.decode()
        fd = _files.open(path, flags)
    raw = _File(fd, file, mode.replace('t', '') if binary else mode.replace('t', '') + 'b')
    if 'a' in mode:
        try:
            _files.seek(fd, 0, 2)
        except OSError:
            pass
    return raw if binary else TextIOWrapper(raw, encoding, errors, newline)
