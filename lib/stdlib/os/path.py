"""Paths of POSIX systems."""
import _files
__all__ = [
    'normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname', 'commonprefix', 'getsize', 'getmtime',
    'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile', 'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath',
    'samefile', 'sameopenfile', 'samestat', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath',
    'supports_unicode_filenames', 'relpath', 'commonpath', 'isjunction', 'isdevdrive',
]

sep = '/'
curdir = '.'
pardir = '..'
extsep = '.'
altsep = None
pathsep = ':'
devnull = '/dev/null'
_DIRECTORY = 0o040000
_REGULAR = 0o100000
_LINK = 0o120000
_KIND = 0o170000


def _text(path):
    if isinstance(path, str):
        return path
    if hasattr(path, '__fspath__'):
        return path.__fspath__()
    raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')


def join(a, *p):
    path = _text(a)
    for b in p:
        b = _text(b)
        if b.startswith('/') or not path:
            path = b
        elif path.endswith('/'):
            path += b
        else:
            path += '/' + b
    return path


def split(p):
    p = _text(p)
    i = p.rfind('/') + 1
    head, tail = p[:i], p[i:]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, tail


def basename(p):
    p = _text(p)
    return p[p.rfind('/') + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    start = p.rfind('/') + 1
    dot = p.rfind('.')
    if dot > start and p[start:dot].strip('.'):
        return p[:dot], p[dot:]
    return p, ''


def splitdrive(p):
    return '', _text(p)


def isabs(s):
    return _text(s).startswith('/')


def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    slashes = 2 if path.startswith('//') and not path.startswith('///') else 1 if path.startswith('/') else 0
    parts = []
    for part in path.split('/'):
        if not part or part == '.':
            continue
        if part != '..' or not slashes and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return '/' * slashes + '/'.join(parts) or '.'


def abspath(path):
    path = _text(path)
    return normpath(path if path.startswith('/') else join(_files.getcwd(), path))


realpath = abspath


def relpath(path, start='.'):
    a = [part for part in abspath(start).split('/') if part]
    b = [part for part in abspath(path).split('/') if part]
    same = 0
    while same < len(a) and same < len(b) and a[same] == b[same]:
        same += 1
    return '/'.join(['..'] * (len(a) - same) + b[same:]) or '.'


def commonprefix(m):
    if not m:
        return ''
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    parts = [[part for part in _text(p).split('/') if part and part != '.'] for p in paths]
    low, high = min(parts), max(parts)
    same = 0
    while same < len(low) and same < len(high) and low[same] == high[same]:
        same += 1
    return ('/' if _text(paths[0]).startswith('/') else '') + '/'.join(low[:same])


def _mode(path, follow=True):
    found = _files.stat(_text(path), follow, True)
    return 0 if found is None else found[0]


def exists(path):
    return _mode(path) != 0


def lexists(path):
    return _mode(path, False) != 0


def isfile(path):
    return _mode(path) & _KIND == _REGULAR


def isdir(path):
    return _mode(path) & _KIND == _DIRECTORY


def islink(path):
    return _mode(path, False) & _KIND == _LINK


def getsize(path):
    return _files.stat(_text(path), True, False)[1]


def getmtime(path):
    return _files.stat(_text(path), True, False)[2]


def samefile(a, b):
    return _files.stat(_text(a), True, False)[3:] == _files.stat(_text(b), True, False)[3:]


def expanduser(path):
    path = _text(path)
    if path == '~' or path.startswith('~/'):
        for entry in _files.environ():
            if entry.startswith('HOME='):
                return entry[5:] + path[1:]
    return path


def expandvars(path):
    return path
