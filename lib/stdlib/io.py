"""Files and files in memory."""
import _files
from _io_base import BufferedIOBase, IOBase, RawIOBase, TextIOBase, UnsupportedOperation, DEFAULT_BUFFER_SIZE, SEEK_CUR, SEEK_END, SEEK_SET
from _io_base import _as_bytes, _ends_of, _translated
from _io_memory import BytesIO, StringIO

__all__ = [
    'BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase', 'BufferedReader',
    'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR',
    'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'text_encoding', 'IncrementalNewlineDecoder',
]


# The runtime's own files, with which a program starts, have these classes as bases too. Classes that have others below them are not taken
# for the layout of their instances.

class _Own(IOBase):
    pass


class _OwnBuffered(BufferedIOBase):
    pass


class _OwnTextBase(TextIOBase):
    pass


IOBase in (_files.adopt_streams(_Own, 7),)
BufferedIOBase in (_files.adopt_streams(_OwnBuffered, 6),)
TextIOBase in (_files.adopt_streams(_OwnTextBase, 1),)


class FileIO(RawIOBase):
    """A file of the operating system, without buffers."""
    __module__ = '_io'

    def __init__(self, file, mode='r', closefd=True, opener=None):
        flags = _flags(mode if 'b' in mode else mode + 'b')
        self._closes = False
        self._kind = 'r' if 'w' in mode and '+' in mode else [c for c in mode if c in 'rwxa'][0]
        self._updates = '+' in mode
        self.name = file
        if isinstance(file, int):
            self._fd = file
        else:
            if not closefd:
                raise ValueError('Cannot use closefd=False with file name')
            self._fd = opener(file, flags) if opener is not None else _files.open(_path_of(file), flags)
        self._closes = closefd
        if self._kind == 'a':
            try:
                _files.seek(self._fd, 0, 2)
            except OSError:
                pass

    @property
    def mode(self):
        return self._kind + ('b+' if self._updates else 'b')

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    @property
    def closefd(self):
        return self._closes

    def __repr__(self):
        if self.closed:
            return '<_io.FileIO [closed]>'
        return f'<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self._closes!r}>'

    def readable(self):
        self._check_open()
        return self._kind == 'r' or self._updates

    def writable(self):
        self._check_open()
        return self._kind != 'r' or self._updates

    def seekable(self):
        self._check_open()
        try:
            _files.seek(self._fd, 0, 1)
        except OSError:
            return False
        return True

    def fileno(self):
        self._check_open()
        return self._fd

    def isatty(self):
        self._check_open()
        return _files.isatty(self._fd)

    def read(self, size=-1, /):
        if not self.readable():
            raise UnsupportedOperation('File not open for reading')
        if size is None or size < 0:
            return self.readall()
        return _files.read(self._fd, size)

    def readinto(self, b, /):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def write(self, b, /):
        if not self.writable():
            raise UnsupportedOperation('File not open for writing')
        data = _as_bytes(b)
        _files.write(self._fd, data)
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check_open()
        return _files.seek(self._fd, pos, whence)

    def tell(self):
        self._check_open()
        return _files.seek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        if not self.writable():
            raise UnsupportedOperation('File not open for writing')
        return _files.truncate(self._fd, self.tell() if size is None else size)

    def close(self):
        if not self.closed:
            self.closed = True
            if self._closes:
                _files.close(self._fd)

    def __del__(self):
        self.close()


def _would_block(written):
    raise BlockingIOError(0, 'write could not complete without blocking', written)


class _Buffered(BufferedIOBase):
    """Reads and writes another file in large pieces."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._ahead = b''
        self._behind = []
        self._waiting = 0
        self._begun = False
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self._check_raw(raw)
        self.raw = raw
        # nobody sees when a file of the system is written, so it is written seldom
        self._room = 65536 if buffer_size == DEFAULT_BUFFER_SIZE and type(raw) is FileIO else buffer_size
        self._begun = True

    def _check_raw(self, raw):
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def __repr__(self):
        try:
            return f'<_io.{type(self).__name__} name={self.name!r}>'
        except AttributeError:
            return f'<_io.{type(self).__name__}>'

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def detach(self):
        raw = self.raw
        self.flush()
        self._begun = False
        self.raw = None
        return raw

    def _check_closed(self, doing):
        if self.closed:
            raise ValueError(f'{doing} closed file')

    def _check_readable(self, doing='read'):
        self._check_closed(f'{doing} of')
        if not self._reads:
            raise UnsupportedOperation('read')
        if self._waiting:
            self.flush()

    def read(self, size=-1, /):
        self._check_readable()
        if size is not None and size < -1:
            raise ValueError('read length must be non-negative or -1')
        parts = [self._ahead]
        got = len(self._ahead)
        self._ahead = b''
        while size is None or size < 0 or got < size:
            data = self.raw.read(65536)
            if not data:
                break
            parts.append(data)
            got += len(data)
        data = b''.join(parts)
        if size is not None and 0 <= size < len(data):
            self._ahead = data[size:]
            data = data[:size]
        return data

    def read1(self, size=-1, /):
        self._check_readable()
        if not self._ahead and size:
            self._ahead = self.raw.read(DEFAULT_BUFFER_SIZE if size is None or size < 0 else size) or b''
        size = len(self._ahead) if size is None or size < 0 else size
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def peek(self, size=0, /):
        self._check_readable('peek')
        if not self._ahead:
            self._ahead = self.raw.read(DEFAULT_BUFFER_SIZE) or b''
        return self._ahead

    def readinto(self, b, /):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check_readable('readline')
        while True:
            end = self._ahead.find(b'\n') + 1
            if end:
                break
            data = self.raw.read(65536)
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
        self._check_closed('write to')
        if not self._writes:
            raise UnsupportedOperation('write')
        data = _as_bytes(b)
        if self._ahead:
            self.raw.seek(-len(self._ahead), 1)
            self._ahead = b''
        size = len(data)
        if size >= self._room or self._waiting + size > self._room:
            self.flush()
            while len(data) >= self._room:
                written = self.raw.write(data)
                if written is None:
                    break
                data = data[written:]
        self._behind.append(data[:self._room])
        self._waiting += len(data[:self._room])
        if len(data) > self._room:
            _would_block(size - len(data) + self._room)
        return size

    def _skip_chunk(self):
        """Text is read 8192 bytes at a time: what is written next goes behind these."""
        if self._ahead:
            start = self.tell()
            self.raw.seek(min(start + len(self._ahead), (start + 8191) // 8192 * 8192), 0)
            self._ahead = b''

    def flush(self):
        self._check_closed('flush of')
        if self._behind:
            data = b''.join(self._behind)
            while data:
                self._behind = [data]
                self._waiting = len(data)
                written = self.raw.write(data)
                if written is None:
                    _would_block(0)
                data = data[written:]
            self._behind = []
            self._waiting = 0

    def tell(self):
        if self._behind:
            self.flush()
        return self.raw.tell() - len(self._ahead)

    def seek(self, pos, whence=0, /):
        self._check_closed('seek of')
        self.flush()
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b''
        return self.raw.seek(pos, whence)

    def truncate(self, pos=None):
        self._check_closed('truncate of')
        if pos is None:
            pos = self.tell()
        self.flush()
        return self.raw.truncate(pos)

    def close(self):
        if self._begun and not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                self.raw.close()

    def __del__(self):
        self.close()


class BufferedReader(_Buffered):
    __module__ = '_io'
    _reads, _writes = True, False

    def writable(self):
        return False

    def _check_raw(self, raw):
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')


class BufferedWriter(_Buffered):
    __module__ = '_io'
    _reads, _writes = False, True

    def readable(self):
        return False

    def _check_raw(self, raw):
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')


class BufferedRandom(_Buffered):
    __module__ = '_io'
    _reads = _writes = True


class TextIOWrapper(TextIOBase):
    __module__ = '_io'

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = 'utf-8' if encoding in (None, 'locale') else encoding
        self.errors = errors or 'strict'
        self.newline = newline
        self._text = None
        self._at = 0

    @property
    def name(self):
        return self.buffer.name

    @property
    def newlines(self):
        """The line ends in what has been read, 8192 bytes at a time: it is read once more."""
        if self.newline or not self.buffer.readable() or not self.buffer.seekable():
            return None
        place = self.buffer.tell()
        self.buffer.seek(0)
        data = self.buffer.read((place + 8191) // 8192 * 8192)
        self.buffer.seek(place)
        return _ends_of(data.decode(self.encoding, 'replace'))

    def __repr__(self):
        own = [f'{name}={getattr(self, name)!r} ' for name in ('name', 'mode') if hasattr(self, name)]
        return f'<_io.TextIOWrapper {"".join(own)}encoding={self.encoding!r}>'

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        return _translated(text) if self.newline is None else text

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
        if self._text is None and self.newline in (None, '', '\n') and self.encoding.lower() in ('utf-8', 'utf8', 'ascii', 'latin-1'):
            self._check_open()
            if not self.buffer.readable():
                raise UnsupportedOperation('not readable')
            if size is None or size < 0:
                line = self.buffer.readline().decode(self.encoding, self.errors)
                if '\r' not in line or self.newline is not None:
                    return line
                if line.endswith('\r\n') and line.count('\r') == 1:
                    return line[:-2] + '\n'
                self._text = _translated(line + self.buffer.read().decode(self.encoding, self.errors))
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
        if self._text is None and isinstance(self.buffer, _Buffered):
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


class _OwnText(TextIOWrapper):
    pass


class _OwnReader(BufferedReader):
    pass


class _OwnWriter(BufferedWriter):
    pass


TextIOWrapper in (_files.adopt_streams(_OwnText, 1),)
BufferedReader in (_files.adopt_streams(_OwnReader, 2),)
BufferedWriter in (_files.adopt_streams(_OwnWriter, 4),)


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


def _path_of(file):
    path = file
    if not isinstance(file, (str, bytes)) and hasattr(file, '__fspath__'):
        path = file.__fspath__()
        if not isinstance(path, (str, bytes)):
            raise TypeError(f'expected {type(file).__name__}.__fspath__() to return str or bytes, not {type(path).__name__}')
    return path.decode() if isinstance(path, bytes) else path


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    _flags(mode)
    binary = 'b' in mode
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError(f'illegal newline value: {newline!r}')
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    raw = FileIO(file, mode.replace('t', ''), closefd, opener)
    if buffering == 0:
        return raw
    buffered = BufferedRandom(raw) if '+' in mode else BufferedReader(raw) if 'r' in mode else BufferedWriter(raw)
    if binary:
        return buffered
    text = TextIOWrapper(buffered, encoding, errors, newline)
    text.mode = mode
    return text
