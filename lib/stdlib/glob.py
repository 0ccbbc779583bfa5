"""Files found by shell patterns; `**` stands for any number of folders where it is asked to."""
import fnmatch as _fnmatch
import os as _os
__all__ = ['glob', 'iglob', 'escape', 'translate']


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = _os.fspath(pathname)
    root = '' if root_dir is None else _os.fspath(root_dir)
    head = '/' * (len(pathname) - len(pathname.lstrip('/')))
    parts = pathname[len(head):].split('/')
    for found in _matching(root, head, parts, recursive, include_hidden):
        if found:
            yield found


def _matching(root, base, parts, recursive, include_hidden):
    """Paths below `base`, which is kept as it was written, whose further parts match."""
    part, rest = parts[0], parts[1:]
    if recursive and part == '**':
        yield from _at_any_depth(root, base, rest, include_hidden)
        return
    for name in _names(root, base, part, include_hidden):
        path = base + name
        if not rest:
            yield path
        elif _os.path.isdir(_os.path.join(root, path)):
            yield from _matching(root, path + '/', rest, recursive, include_hidden)


def _names(root, base, part, include_hidden):
    """The entries of a folder that match; a part without magic needs only be there."""
    folder = _os.path.join(root, base) or '.'
    if not has_magic(part):
        return [part] if (_os.path.lexists(_os.path.join(folder, part)) if part else _os.path.isdir(folder)) else []
    try:
        names = _os.listdir(folder)
    except OSError:
        return []
    if not include_hidden and not part.startswith('.'):
        names = [name for name in names if not name.startswith('.')]
    return _fnmatch.filter(names, part)


def _at_any_depth(root, base, rest, include_hidden):
    if rest:
        yield from _matching(root, base, rest, True, include_hidden)
    else:
        yield base
    try:
        names = _os.listdir(_os.path.join(root, base) or '.')
    except OSError:
        return
    for name in names:
        if not include_hidden and name.startswith('.'):
            continue
        path = base + name
        if _os.path.isdir(_os.path.join(root, path)):
            if rest:
                yield from _at_any_depth(root, path + '/', rest, include_hidden)
            else:
                yield path
                yield from [deeper for deeper in _at_any_depth(root, path + '/', rest, include_hidden) if deeper != path + '/']
        elif not rest:
            yield path


def has_magic(s):
    return any(c in s for c in '*?[')


def escape(pathname):
    return ''.join([f'[{c}]' if c in '*?[' else c for c in pathname])
