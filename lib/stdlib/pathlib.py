"""pathlib: paths of POSIX systems as objects."""
import io
import os
from fnmatch import fnmatchcase
__all__ = ['UnsupportedOperation', 'PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']


class PurePath:
    """A path that nobody looks up."""

    def __init__(self, *args):
        parts = []
        for arg in args:
            text = arg._text if isinstance(arg, PurePath) else os.fspath(arg) if hasattr(arg, '__fspath__') else arg
            if not isinstance(text, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, not '%s'" % type(text).__name__)
            if text.startswith('/'):
                parts = [text]
            elif text:
                parts.append(text)
        joined = '/'.join(parts)
        self._root = '' if not joined.startswith('/') else '//' if joined.startswith('//') and not joined.startswith('///') else '/'
        self._tail = [part for part in joined.split('/') if part and part != '.']
        self._text = self._root + '/'.join(self._tail) or '.'

    def _made(self, root, tail):
        return type(self)(root + '/'.join(tail))

    def with_segments(self, *args):
        return type(self)(*args)

    def __fspath__(self):
        return self._text

    def __str__(self):
        return self._text

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self._text)

    def __bytes__(self):
        return self._text.encode('utf-8', 'surrogateescape')

    def __hash__(self):
        return hash(self._text)

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def _key(self):
        return (self._root, self._tail)

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return type(self)(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *others):
        return type(self)(self, *others)

    def as_posix(self):
        return self._text

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/'
        return 'file://' + ''.join([chr(byte) if chr(byte) in safe else '%%%02X' % byte for byte in bytes(self)])

    def is_absolute(self):
        return self._root != ''

    @property
    def drive(self):
        return ''

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        return tuple(([self._root] if self._root else []) + self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ''

    @property
    def suffix(self):
        name = self.name
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith('.') else ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    @property
    def parent(self):
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return tuple([self._made(self._root, self._tail[:count]) for count in range(len(self._tail) - 1, -1, -1)])

    def with_name(self, name):
        if not self.name:
            raise ValueError('%r has an empty name' % (self,))
        if not name or '/' in name or name == '.':
            raise ValueError('Invalid name %r' % (name,))
        return self._made(self._root, [*self._tail[:-1], name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if not self.name:
            raise ValueError('%r has an empty name' % (self,))
        if suffix and not suffix.startswith('.') or suffix == '.' or '/' in suffix:
            raise ValueError('Invalid suffix %r' % (suffix,))
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, *, walk_up=False):
        other = type(self)(other)
        up = 0
        base = other._tail
        while not (self._root == other._root and self._tail[:len(base)] == base):
            if not walk_up or not base or self._root != other._root:
                raise ValueError('%r is not in the subpath of %r' % (str(self), str(other)))
            base = base[:-1]
            up += 1
        return self._made('', ['..'] * up + self._tail[len(base):])

    def is_relative_to(self, other):
        other = type(self)(other)
        return self._root == other._root and self._tail[:len(other._tail)] == other._tail

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = type(self)(path_pattern)
        if not pattern._tail and not pattern._root:
            raise ValueError('empty pattern')
        if pattern._root and len(pattern.parts) != len(self.parts) or len(pattern.parts) > len(self.parts):
            return False
        return all([fnmatchcase(part, wanted) for part, wanted in zip(reversed(self.parts), reversed(pattern.parts))])


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    """A path in the file system."""

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser('~'))

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def stat(self, *, follow_symlinks=True):
        return os.stat(self._text)

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self._text)

    def is_file(self):
        return os.path.isfile(self._text)

    def is_dir(self):
        return os.path.isdir(self._text)

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        made = type(self)(os.path.abspath(self._text))
        for each in (made, *made.parents):
            if os.path.islink(each._text):
                raise NotImplementedError('Path.resolve: symbolic links are not followed by this compiler')
        return made

    def expanduser(self):
        return type(self)(os.path.expanduser(self._text))

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self._text, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', -1, encoding, errors, newline) as file:
            return file.read()

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % type(data).__name__)
        with self.open('w', -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open('wb') as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            raise FileExistsError(17, 'File exists', self._text)
        self.open('a').close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self._text, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self._text)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self._text)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self._text, os.fspath(target))
        return type(self)(target)

    replace = rename

    def iterdir(self):
        for name in os.listdir(self._text):
            yield self / name

    def samefile(self, other_path):
        return os.path.samefile(self._text, os.fspath(other_path))

    def glob(self, pattern):
        parts = PurePosixPath(pattern).parts
        if not parts:
            raise ValueError('Unacceptable pattern: %r' % (str(pattern),))
        yield from _selected(self, parts)

    def rglob(self, pattern):
        yield from _selected(self, ('**', *PurePosixPath(pattern).parts))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        folders, files = [], []
        for each in self.iterdir():
            (folders if each.is_dir() else files).append(each.name)
        if top_down:
            yield self, folders, files
        for name in folders:
            yield from (self / name).walk(top_down)
        if not top_down:
            yield self, folders, files


class PosixPath(Path, PurePosixPath):
    pass


def _selected(folder, parts):
    first, *rest = parts
    if first == '**':
        seen = set()
        for each in [folder, *_folders_below(folder)]:
            for found in _selected(each, rest) if rest else [each]:
                if found not in seen:
                    seen.add(found)
                    yield found
        return
    if not folder.is_dir():
        return
    for each in folder.iterdir():
        if not fnmatchcase(each.name, first):
            continue
        if not rest:
            yield each
        elif each.is_dir():
            yield from _selected(each, rest)


def _folders_below(folder):
    for each in folder.iterdir():
        if each.is_dir():
            yield each
            yield from _folders_below(each)
