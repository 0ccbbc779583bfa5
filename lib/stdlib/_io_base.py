"""What all files have in common. Public by way of io."""
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'


class IOBase:
    __module__ = 'io'
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
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def readline(self, size=-1, /):
        line = b''
        while (size is None or size < 0 or len(line) < size) and not line.endswith(b'\n'):
            data = self.read(1)
            if not data:
                break
            line += data
        return line


class RawIOBase(IOBase):
    __module__ = 'io'

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        place = bytearray(size)
        count = self.readinto(place)
        return None if count is None else bytes(place[:count])

    def readall(self):
        parts = []
        while data := self.read(65536):
            parts.append(data)
        return b''.join(parts)


class BufferedIOBase(IOBase):
    __module__ = 'io'


class TextIOBase(IOBase):
    __module__ = 'io'


def _as_bytes(b):
    if isinstance(b, (bytes, bytearray, memoryview)) or hasattr(b, '__buffer__') or hasattr(b, 'tobytes'):
        return bytes(b)
    raise TypeError(f"a bytes-like object is required, not {type(b).__name__!r}")


def _ends_of(text):
    """The kinds of line ends that a text has, as `newlines` gives them."""
    pairs = text.count('\r\n')
    counts = (text.count('\r') - pairs, text.count('\n') - pairs, pairs)
    found = tuple([end for end, count in zip(('\r', '\n', '\r\n'), counts) if count])
    return found if len(found) > 1 else found[0] if found else None


def _translated(text):
    """What is read as text when newlines are to be '\\n'."""
    return text.replace('\r\n', '\n').replace('\r', '\n') if '\r' in text else text
