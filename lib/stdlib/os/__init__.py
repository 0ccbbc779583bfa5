"""The operating system: files, folders, the environment."""
import _files
import os.path as path

name = 'posix'
sep = '/'
linesep = '\n'
curdir = '.'
pardir = '..'
extsep = '.'
altsep = None
pathsep = ':'
devnull = '/dev/null'
error = OSError
F_OK = 0
R_OK = 4
W_OK = 2
X_OK = 1


class _Environ(dict):
    def __repr__(self):
        return 'environ({' + ', '.join([f'{k!r}: {v!r}' for k, v in self.items()]) + '})'

    def copy(self):
        return dict(self)


def _read_environ():
    found = _Environ()
    for entry in _files.environ():
        key, equals, value = entry.partition('=')
        if equals:
            found[key] = value
    return found


environ = _read_environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value):
    """For processes to come, of which there are none here; environ stays as it is."""
    fspath(name)
    fspath(value)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(path, '__fspath__'):
        return path.__fspath__()
    raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')


def getcwd():
    return _files.getcwd()


def getpid():
    return _files.getpid()


def urandom(size):
    return _files.urandom(size)


def listdir(path='.'):
    return _files.listdir(fspath(path))


def mkdir(path, mode=0o777):
    _files.mkdir(fspath(path))


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
    head = path.dirname(name.rstrip('/'))
    if head and not path.exists(head):
        makedirs(head, mode, True)
    try:
        _files.mkdir(name)
    except FileExistsError:
        if not exist_ok or not path.isdir(name):
            raise


def rmdir(path):
    _files.rmdir(fspath(path))


def remove(path):
    _files.unlink(fspath(path))


unlink = remove


def rename(src, dst):
    _files.rename(fspath(src), fspath(dst))


replace = rename


def chdir(path):
    _files.chdir(fspath(path))


class stat_result:
    def __init__(self, fields):
        self.st_mode, self.st_size, self.st_mtime, self.st_dev, self.st_ino = fields


def stat(path, *, follow_symlinks=True):
    return stat_result(_files.stat(fspath(path), follow_symlinks, False))


def lstat(path):
    return stat_result(_files.stat(fspath(path), False, False))


def access(path, mode):
    return _files.stat(fspath(path), True, True) is not None


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = _files.listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs = [n for n in names if path.isdir(path.join(top, n))]
    files = [n for n in names if n not in dirs]
    if topdown:
        yield top, dirs, files
    for n in dirs:
        inner = path.join(top, n)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def cpu_count():
    return 1


def strerror(code):
    return {2: 'No such file or directory', 13: 'Permission denied', 17: 'File exists'}.get(code, f'Unknown error {code}')


def isatty(fd):
    return _files.isatty(fd)


def get_terminal_size(fd=1):
    return (80, 24)


class PathLike:
    pass
